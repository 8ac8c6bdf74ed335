import { type ChatState, deliveryOf, type MessageView, type Outgoing, outgoingOf } from '@eplatform/chat'

/** A message as the history shows it, stored or still on its way. */
export interface Item {
  /** The same before and after it is stored, so that its place on the page stays. */
  key: string
  seq: number | undefined
  senderId: string
  body: string
  time: string
  mine: boolean
  state: ItemState
  /** Its author has changed it, or taken it back. */
  changed: 'edited' | 'deleted' | undefined
  outgoing: Outgoing | undefined
  /** What it is made of: while that is the same object, everything but `state` is the same too. */
  source: MessageView | Outgoing
}

/** How far a message has come; of somebody else's message only that it is here. */
export type ItemState = Outgoing['state'] | 'sent' | 'delivered' | 'read' | 'received'

/** Everything that a conversation shows, in order: what is stored, then what is on its way. */
export function itemsOf(state: ChatState, conversationId: string): Item[] {
  const stored = state.threads.get(conversationId)?.messages ?? []
  const waiting = outgoingOf(state, conversationId)
  return [...stored.map(message => storedItem(state, message)), ...waiting.map(outgoing => waitingItem(state, outgoing))]
}

/** Whether it stays unsent until its author does something. */
export function needsAuthor({ state }: Item): boolean {
  return state === 'failed' || state === 'rejected'
}

function storedItem(state: ChatState, message: MessageView): Item {
  const { senderId, clientId, seq, body, createdAt: time } = message
  const mine = senderId === state.me
  const delivery = mine ? deliveryOf(state, message) : 'received'
  return { key: `${senderId}/${clientId}`, seq, senderId, body, time, mine, state: delivery, changed: change(message), outgoing: undefined, source: message }
}

function change({ editedAt, deletedAt }: MessageView): Item['changed'] {
  if (deletedAt !== undefined) return 'deleted'
  return editedAt === undefined ? undefined : 'edited'
}

function waitingItem(state: ChatState, outgoing: Outgoing): Item {
  const { clientId, body, writtenAt: time } = outgoing
  const senderId = state.me ?? ''
  return {
    key: `${senderId}/${clientId}`, seq: undefined, senderId, body, time, mine: true, state: outgoing.state, changed: undefined, outgoing, source: outgoing,
  }
}
