import { expect, test, vi } from 'vitest'
import { signOut } from '../src/sign-out'

test('the session is ended by a call that only our own page can make, which says where to go', async () => {
  const fetch = vi.fn(async () => Response.json({ location: 'https://login.example/logout?id_token_hint=e' }))
  expect(await signOut(fetch)).toBe('https://login.example/logout?id_token_hint=e')
  expect(fetch).toHaveBeenCalledWith('/chat/logout', expect.objectContaining({
    method: 'POST',
    redirect: 'manual',
    headers: expect.objectContaining({ 'X-Requested-With': 'JavaScript' }),
  }))
})

test('a session that was over already is signed out', async () => {
  expect(await signOut(async () => new Response(null, { status: 401 }))).toBe('/chat/signed-out')
})

test('while the service is away nobody is signed out', async () => {
  await expect(signOut(async () => new Response(null, { status: 503 }))).rejects.toThrow('503')
})
