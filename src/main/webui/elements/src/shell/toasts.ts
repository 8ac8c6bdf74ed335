import { type ChatState, EMPTY_STATE } from '@eplatform/chat'
import { html, nothing, type PropertyValues } from 'lit'
import { property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { ChatElement } from '../base/chat-element'
import { define } from '../base/define'
import { OpenEvent, TellEvent } from '../base/events'
import { focusedIn } from '../base/focus'
import '../shared/avatar'
import { common } from '../theme/common'
import { controls } from '../theme/controls'
import { motion } from '../theme/motion'
import { words } from '../words/words'
import { Arrivals } from './arrivals'
import { Clearance } from './clearance'
import { Outage } from './outage'
import { failuresBetween, holds, type Toast, toastsOf, withToast } from './toast'
import { toastCard } from './toast-card'
import { toastStyles } from './toasts.styles'

/** How long one stays, in milliseconds. */
const SHOWN_MS = 6000

/**
 * What happens elsewhere: messages in other conversations, messages that were not sent, a connection that is back. Each goes by
 * itself, but not while the pointer or the focus is on any of them. All of it can be seen somewhere that stays.
 * Nothing comes up in a tab that is not in view.
 *
 * @fires chat-open - somebody wants to see the conversation that one tells of
 * @csspart toast - one of them
 */
@define('chat-toasts')
export class ChatToasts extends ChatElement {
  static override styles = [common, controls, motion, toastStyles]

  /** The conversation that is in view: of what comes there nothing need be told. */
  @property({ attribute: false }) conversationId: string | undefined
  /** Finds what they stand above: it must stay free, however tall it grows. */
  @property({ attribute: false }) above: (() => HTMLElement | null) | undefined
  @state() private toasts: readonly Toast[] = []
  @query('section') private region!: HTMLElement | null
  readonly #arrivals = new Arrivals()
  readonly #outage = new Outage(this, () => this.#connectionChanged())
  readonly #clearance = new Clearance(this)
  readonly #timers = new Map<Toast, ReturnType<typeof setTimeout>>()
  #told: ChatState = EMPTY_STATE
  #pointed = false
  /** Where the focus was before it came here. */
  #from: HTMLElement | undefined

  /** Whether there is anything to go to. */
  get empty(): boolean {
    return this.toasts.length === 0
  }

  override focus(): void {
    this.region?.focus()
  }

  protected override watched({ conversations, people, outgoing, connection, me }: ChatState) {
    return [conversations, people, outgoing, connection, me]
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#pause()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed)
    const { state } = this
    const elsewhere = this.#arrivals.upTo(state).filter(({ conversation }) => conversation.id !== this.conversationId)
    const failed = failuresBetween(this.#told, state).filter(toast => toast.kind !== 'failed' || toast.conversationId !== this.conversationId)
    this.#told = state
    this.#outage.follow(state.connection)
    this.#add([...toastsOf(elsewhere), ...failed])
    this.toasts = this.toasts.filter(toast => holds(toast, state) && (toast.kind !== 'message' || toast.conversationId !== this.conversationId))
  }

  override render() {
    if (this.empty) return nothing
    return html`<section aria-label=${words().notices} tabindex="-1" @keydown=${this.#key}
      @pointerenter=${() => this.#point(true)} @pointerleave=${() => this.#point(false)} @focusin=${this.#focused} @focusout=${() => this.requestUpdate()}>
      ${repeat(this.toasts, ({ key }) => key, toast => toastCard(this.state, toast, {
        open: conversationId => this.#open(toast, conversationId),
        retry: clientId => this.#retry(toast, clientId),
        dismiss: () => this.#dismiss(toast),
      }))}
    </section>`
  }

  protected override updated(): void {
    for (const [toast, timer] of this.#timers) if (!this.toasts.includes(toast)) this.#forget(toast, timer)
    this.#clearance.above(this.empty ? null : (this.above?.() ?? null))
    if (this.empty) this.#pointed = false
    if (this.#pointed || focusedIn(this.renderRoot)) this.#pause()
    else this.#resume()
  }

  #connectionChanged(): void {
    if (this.state.connection.name === 'connected') this.#add([{ kind: 'restored', key: 'connection' }])
  }

  #add(toasts: readonly Toast[]): void {
    if (document.visibilityState === 'hidden') return
    this.toasts = toasts.reduce(withToast, this.toasts)
    // The rest is read out already by the announcer.
    if (toasts.some(({ kind }) => kind === 'restored')) this.dispatchEvent(new TellEvent(words().connectionRestored))
  }

  #open(toast: Toast, conversationId: string): void {
    this.#drop(toast)
    this.dispatchEvent(new OpenEvent(conversationId))
  }

  #retry(toast: Toast, clientId: string): void {
    this.client?.retry(clientId)
    this.#dismiss(toast)
  }

  /** The focus goes on to the next one, and from the last one back to where it came from. */
  #dismiss(toast: Toast): void {
    const focused = focusedIn(this.renderRoot) !== null
    this.#drop(toast)
    if (!focused) return
    if (this.empty) this.#from?.focus()
    else void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.toast button')?.focus())
  }

  #drop(toast: Toast): void {
    this.toasts = this.toasts.filter(other => other !== toast)
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    const key = (event.target as HTMLElement).closest<HTMLElement>('[data-toast]')?.dataset['toast']
    const toast = this.toasts.find(other => other.key === key) ?? this.toasts.at(-1)
    if (toast) this.#dismiss(toast)
  }

  #focused(event: FocusEvent): void {
    const from = event.relatedTarget
    if (from instanceof HTMLElement && from.getRootNode() !== this.renderRoot) this.#from = from
    this.requestUpdate()
  }

  #point(pointed: boolean): void {
    this.#pointed = pointed
    this.requestUpdate()
  }

  #pause(): void {
    for (const [toast, timer] of this.#timers) this.#forget(toast, timer)
  }

  #resume(): void {
    for (const toast of this.toasts) {
      if (!this.#timers.has(toast)) this.#timers.set(toast, setTimeout(() => this.#drop(toast), SHOWN_MS))
    }
  }

  #forget(toast: Toast, timer: ReturnType<typeof setTimeout>): void {
    clearTimeout(timer)
    this.#timers.delete(toast)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'chat-toasts': ChatToasts
  }
}
