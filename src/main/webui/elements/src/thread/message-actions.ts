import { html, nothing, type TemplateResult } from 'lit'
import * as icons from '../shared/icons'
import { words } from '../words/words'
import { type Item, needsAuthor } from './item'

/** What somebody can do with a message. */
export interface MessageActions {
  retry(item: Item): void
  /** Takes its text back to where one writes. */
  edit(item: Item): void
  discard(item: Item): void
  copyText(item: Item): void
  copyLink(item: Item): void
  /** What was copied last, for as long as that is told: `key` of the message and which part of it. */
  readonly copied: string | undefined
}

/** A copied part of a message, as `MessageActions.copied` names it. */
export function copiedPart(item: Item, part: 'text' | 'link'): string {
  return `${item.key} ${part}`
}

interface Action {
  label: string
  icon: TemplateResult
  done: boolean
  run: () => void
}

/** Beside the message that the pointer or the focus is on. Enter leads there; Tab goes past it. */
export function actionBar(item: Item, actions: MessageActions): TemplateResult | typeof nothing {
  const offered = copying(item, actions)
  if (offered.length === 0) return nothing
  return html`<div class="actions" role="toolbar" aria-label=${words().messageActions}>
    ${offered.map(({ label, icon, done, run }) => html`<button class="action" tabindex="-1" aria-label=${label} title=${label} @click=${run}>${done ? icons.done : icon}</button>`)}
  </div>`
}

/** The same where there is no pointer to hover with, and what else can be done, as a list. `chosen` comes after each. */
export function actionSheet(item: Item, actions: MessageActions, chosen: () => void): TemplateResult {
  const offered = needsAuthor(item) ? [...copying(item, actions), ...mending(item, actions)] : copying(item, actions)
  const choose = (run: () => void) => () => {
    run()
    chosen()
  }
  return html`${offered.map(({ label, icon, run }) => html`<button class="choice" @click=${choose(run)}>${icon}<span>${label}</span></button>`)}`
}

function copying(item: Item, { copyText, copyLink, copied }: MessageActions): Action[] {
  const action = (part: 'text' | 'link', label: string, icon: TemplateResult, run: () => void): Action => {
    const done = copied === copiedPart(item, part)
    return { label: done ? words().copied : label, icon, done, run }
  }
  return [
    ...(item.changed === 'deleted' ? [] : [action('text', words().copyText, icons.copy, () => copyText(item))]),
    ...(item.seq === undefined ? [] : [action('link', words().copyLink, icons.link, () => copyLink(item))]),
  ]
}

function mending(item: Item, { retry, edit, discard }: MessageActions): Action[] {
  return [
    item.state === 'rejected'
      ? { label: words().edit, icon: icons.pen, done: false, run: () => edit(item) }
      : { label: words().tryAgain, icon: icons.retry, done: false, run: () => retry(item) },
    { label: words().discard, icon: icons.bin, done: false, run: () => discard(item) },
  ]
}
