// @vitest-environment happy-dom
import type { Person } from '@eplatform/chat'
import { expect, test, vi } from 'vitest'
import { ChatAvatar } from '../src/shared/avatar'

async function show(person: Partial<Person>) {
  const avatar = new ChatAvatar()
  avatar.person = { id: 'bob', name: 'Bob Meyer', ...person } as Person
  document.body.append(avatar)
  await avatar.updateComplete
  const one = (selector: string) => avatar.renderRoot.querySelector<HTMLElement>(selector)
  const fail = async () => {
    one('img')!.dispatchEvent(new Event('error'))
    await avatar.updateComplete
  }
  return { one, fail }
}

test('initials stand for a picture that could not be loaded', async () => {
  const { one, fail } = await show({ avatarUrl: 'https://pictures.test/lost' })
  await fail()
  expect(one('img')).toBeNull()
  expect(one('.initials')!.dataset['initials']).toBe('BM')
})

test('a picture that could not be loaded is not asked for again with each message, but after a while', async () => {
  vi.useFakeTimers()
  const person = { avatarUrl: 'https://pictures.test/away' }
  await (await show(person)).fail()
  expect((await show(person)).one('img')).toBeNull()
  expect((await show({ avatarUrl: 'https://pictures.test/other' })).one('img')).not.toBeNull()
  vi.setSystemTime(Date.now() + 60_000)
  expect((await show(person)).one('img')).not.toBeNull()
})
