import type { Answer, Command, DurableEvent, EphemeralEvent, ServerEvent } from './protocol'

const KINDS: Record<ServerEvent['type'], 'connection' | 'answer' | 'durable' | 'ephemeral'> = {
  welcome: 'connection',
  draining: 'connection',
  ack: 'answer',
  synced: 'answer',
  pong: 'answer',
  error: 'answer',
  message: 'durable',
  marker: 'durable',
  conversation: 'durable',
  typing: 'ephemeral',
  presence: 'ephemeral',
}

/** An event of the service, or nothing when the frame is of a type that this client does not know yet. */
export function decode(frame: string): ServerEvent | undefined {
  const value: unknown = JSON.parse(frame)
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined
  return Object.hasOwn(KINDS, String(value.type)) ? (value as ServerEvent) : undefined
}

/** A command as a text frame. */
export function encode(command: Command): string {
  return JSON.stringify(command)
}

export function isAnswer(event: ServerEvent): event is Answer {
  return KINDS[event.type] === 'answer'
}

export function isEphemeral(event: ServerEvent): event is EphemeralEvent {
  return KINDS[event.type] === 'ephemeral'
}

export function isDurable(event: ServerEvent): event is DurableEvent {
  return KINDS[event.type] === 'durable'
}
