import { beforeEach, expect, test, vi } from 'vitest'
import { SignedOutError } from '../src/errors'
import { sessionToken } from '../src/session-token'

beforeEach(() => {
  vi.useFakeTimers()
})

function answering(...answers: (Response | Error)[]) {
  return vi.fn(async () => {
    const answer = answers.length > 1 ? answers.shift()! : answers[0]!
    if (answer instanceof Error) throw answer
    return answer.clone()
  })
}

function session(accessToken: string, seconds: number): Response {
  return Response.json({ userId: 'alice', accessToken, expiresAt: new Date(Date.now() + seconds * 1000).toISOString() })
}

test('the token is asked for once, as a script and without following a redirect', async () => {
  const fetch = answering(session('t1', 300))
  const getToken = sessionToken(fetch)
  expect(await Promise.all([getToken(), getToken()])).toEqual(['t1', 't1'])
  expect(await getToken()).toBe('t1')
  expect(fetch).toHaveBeenCalledOnce()
  expect(fetch).toHaveBeenCalledWith('/chat/session', expect.objectContaining({
    redirect: 'manual',
    headers: expect.objectContaining({ 'X-Requested-With': 'JavaScript' }),
  }))
})

test('what an answer says of the account is passed on', async () => {
  const heard = vi.fn()
  const body = { userId: 'alice', accessToken: 't1', expiresAt: new Date(Date.now() + 300_000).toISOString(), locale: 'de-AT' }
  const getToken = sessionToken(answering(Response.json(body)), heard)
  await getToken()
  await getToken()
  expect(heard.mock.calls).toEqual([[expect.objectContaining({ locale: 'de-AT' })]])
})

test('it is renewed when less than a minute of it is left, or when the service refuses it', async () => {
  const getToken = sessionToken(answering(session('t1', 300), session('t2', 600), session('t3', 900)))
  await getToken()
  vi.advanceTimersByTime(241_000)
  expect(await getToken()).toBe('t2')
  expect(await getToken({ refresh: true })).toBe('t3')
})

test.each([302, 401, 403, 499])('HTTP %i means that the session is over', async status => {
  await expect(sessionToken(answering(new Response(null, { status })))()).rejects.toThrow(SignedOutError)
})

test('a network that is away, or a service that restarts, does not sign out', async () => {
  await expect(sessionToken(answering(new TypeError('Failed to fetch')))()).rejects.toThrow(TypeError)
  await expect(sessionToken(answering(new Response(null, { status: 503 })))()).rejects.not.toThrow(SignedOutError)
})
