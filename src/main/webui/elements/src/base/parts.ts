import { html } from 'lit'

/**
 * What a page around can style by `::part()`, and what each element of the chat hands on from the ones inside of it, as
 * `exportparts` lists them. The comments of `chat-conversation` and `chat-whole` say what they are.
 */
export const PARTS = 'header, name, avatar, message, bubble, bubble-in, bubble-out, meta, composer, field, emoji, send, list, row, row-badge'

/** Where a page around can put something of its own into an open conversation. */
export const SLOTS = ['header', 'empty', 'composer-actions'] as const

/** Hands on to the element around this what was put into the slots of this one. */
export const slots = SLOTS.map(name => html`<slot name=${name} slot=${name}></slot>`)
