import { chat } from './chat'
import { LightElement } from './light-element'

/** What a late element is made of, once its code is there. */
export interface Body {
  /** Brings what is shown up to date. */
  render(): void
  open(userId?: string): void
  close(): void
  readonly isOpen: boolean
}

/** An element that shows nothing while nobody is signed in, so that its code may come later. */
export abstract class LateElement extends LightElement {
  #coming: Promise<Body | undefined> | undefined
  #body: Body | undefined

  /** Its code. */
  protected abstract load(): Promise<Body>

  /** Opens it, with some of them at the conversation with this person. Does nothing while nobody is signed in. */
  open(userId?: string): void {
    if (chat.client) void this.#come().then(body => body?.open(userId))
  }

  /** Closes its panel. What stands on the page itself stays. */
  close(): void {
    this.#body?.close()
  }

  /** Opens or closes. */
  toggle(): void {
    if (this.#body?.isOpen) this.close()
    else this.open()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.close()
  }

  /** Whether there is something to show besides what is opened. */
  protected get isDue(): boolean {
    return chat.client !== undefined
  }

  protected override render(): void {
    if (this.#body) this.#body.render()
    else if (this.isDue) void this.#come()
  }

  #come(): Promise<Body | undefined> {
    this.#coming ??= this.load().then(
      body => {
        this.#body = body
        if (this.isConnected) body.render()
        return body
      },
      error => {
        this.#coming = undefined
        chat.fail('not_loaded', String(error))
        return undefined
      },
    )
    return this.#coming
  }
}
