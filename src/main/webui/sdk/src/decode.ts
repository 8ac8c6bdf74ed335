import type { Answer, Command, DurableEvent, EphemeralEvent, ServerEvent } from './protocol'

const EVENT_TYPES: Record<ServerEvent['type'], true> = {
  welcome: true,
  draining: true,
  ack: true,
  synced: true,
  pong: true,
  error: true,
  message: true,
  marker: true,
  conversation: true,
  typing: true,
  presence: true,
}

/** An event of the service, or nothing when the frame is of a type that this client does not know yet. */
export function decode(frame: string): ServerEvent | undefined {
  const value: unknown = JSON.parse(frame)
  if (typeof value !== 'object' || value === null || !('type' in value)) return undefined
  return Object.hasOwn(EVENT_TYPES, String(value.type)) ? (value as ServerEvent) : undefined
}

/** A command as a text frame. */
export function encode(command: Command): string {
  return JSON.stringify(command)
}

export function isAnswer(event: ServerEvent): event is Answer {
  return event.type === 'ack' || event.type === 'synced' || event.type === 'pong' || event.type === 'error'
}

export function isEphemeral(event: ServerEvent): event is EphemeralEvent {
  return event.type === 'typing' || event.type === 'presence'
}

export function isDurable(event: ServerEvent): event is DurableEvent {
  return event.type === 'message' || event.type === 'marker' || event.type === 'conversation'
}
