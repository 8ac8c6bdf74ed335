import type { ErrorCode } from '../../src/protocol'
import type { FakeConversation, FakeData } from './fake-data'

/** Answers the REST calls of one person as `docs/protocol.md` says. */
export function answer(data: FakeData, me: string, method: string, url: URL, body: string | undefined): Response {
  const path = url.pathname.replace(/^\/api\/chat\//, '').replace(/\/$/, '').split('/')
  const query = url.searchParams
  if (path[0] === 'users') return users(data, me, query.get('q') ?? '')
  if (method === 'POST' && path[1] === 'start_conversation') return start(data, me, JSON.parse(body ?? '{}').userId)
  if (path.length === 1) return list(data, me, query)
  if (!/^[A-Za-z0-9-]+$/.test(decodeURIComponent(path[1]!))) return problem('invalid_request', 400)
  const conversation = data.of(me).find(({ id }) => id === path[1])
  return conversation ? page(data, me, conversation, query) : problem('conversation_not_found', 404)
}

function users(data: FakeData, me: string, q: string): Response {
  const found = [...data.users.values()].filter(user => user.id !== me && user.name.toLowerCase().includes(q.toLowerCase()))
  return Response.json(found.sort((a, b) => a.name.localeCompare(b.name)))
}

function start(data: FakeData, me: string, userId: string): Response {
  if (!data.users.has(userId)) return problem('user_not_found', 404)
  if (userId === me) return problem('self_conversation', 400)
  return Response.json(data.view(data.direct(me, userId), me), { status: 201 })
}

function list(data: FakeData, me: string, query: URLSearchParams): Response {
  const offset = Number(query.get('before') ?? 0)
  const limit = Math.min(data.largestPage, Number(query.get('limit') ?? 50))
  const all = data.of(me).map(c => data.view(c, me)).sort((a, b) => b.lastActivity.localeCompare(a.lastActivity))
  const next = offset + limit
  const headers: HeadersInit = next < all.length ? { Link: `</api/chat/conversations/?limit=${limit}&before=${next}>; rel="next"` } : {}
  return Response.json(all.slice(offset, next), { headers })
}

function page(data: FakeData, me: string, conversation: FakeConversation, query: URLSearchParams): Response {
  const limit = Number(query.get('limit') ?? 50)
  const { messages } = conversation
  const place = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined)
  const [before, after, around] = [place('before'), place('after'), place('around')]
  const newest = Math.min(messages.length, (before ?? messages.length + 1) - 1)
  let begin = Math.max(0, newest - limit)
  if (after !== undefined) begin = Math.min(messages.length, after)
  if (around !== undefined) begin = Math.max(0, Math.min(messages.length, around - 1) - Math.floor(limit / 2))
  const end = after === undefined && around === undefined ? newest : Math.min(messages.length, begin + limit)
  return Response.json({
    conversation: data.view(conversation, me),
    messages: messages.slice(begin, end),
    hasOlder: begin > 0,
    hasNewer: end < messages.length,
  })
}

export function problem(code: ErrorCode, status: number, retryAfterMs = 0): Response {
  const body = { type: `urn:eplatform:chat:error:${code}`, title: code, status, detail: code, code, traceId: '0' }
  const headers = { 'Content-Type': 'application/problem+json', ...(retryAfterMs > 0 && { 'Retry-After': String(retryAfterMs / 1000) }) }
  return Response.json(body, { status, headers })
}
