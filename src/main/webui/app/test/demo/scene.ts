import type { FakeConversation, FakeData } from '../../../sdk/test/fake/fake-data'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** Everything that is hard to show: long names and words, other scripts, only emoji, 0, 1 and more than 99 unread. */
export function fill(data: FakeData, empty: boolean): void {
  data.addUser('alice', 'Alice Adler', { online: true })
  data.addUser('bob', 'Bob Meyer', { online: true })
  data.addUser('carol', 'Carol Diaz', { lastActive: ago(5 * MINUTE) })
  data.addUser('dave', 'Dave', { lastActive: ago(3 * DAY), avatarUrl: '/chat/no-such-picture.png' })
  data.addUser('erika', `Erika Mustermann-${LONG}`, { online: true })
  data.addUser('farid', 'فريد حداد', { lastActive: ago(50 * MINUTE) })
  data.addUser('grace', 'Grace Okafor', { online: true, avatarUrl: '/chat/icon.svg' })
  data.addUser('heidi', '林海', { lastActive: ago(400 * DAY) })
  if (!empty) for (const talk of [bob, carol, dave, erika, farid, grace]) talk(data)
}

function bob(data: FakeData): void {
  const talk = data.direct('alice', 'bob', 'bob')
  for (let n = 120; n > 0; n--) say(data, talk, n % 3 ? 'bob' : 'alice', `Note ${121 - n}: ${'so it goes '.repeat(1 + (n * 7) % 19)}`, 2 * DAY + n * 4 * MINUTE)
  say(data, talk, 'bob', 'Are you in at ten?', 70 * MINUTE)
  say(data, talk, 'bob', 'I can bring the plans. The drawings are at https://example.org/plans/2026/north-wing?sheet=4, have a look.', 69 * MINUTE)
  say(data, talk, 'alice', 'Yes, room 4.', 66 * MINUTE)
  say(data, talk, 'alice', 'Then we have the afternoon for the rest:\n\n1. the roof\n2. the north wing\n3. lunch', 65 * MINUTE)
  say(data, talk, 'bob', '👍🏽', 50 * MINUTE)
  say(data, talk, 'bob', LONG + LONG, 49 * MINUTE)
  say(data, talk, 'alice', 'مرحبا، هل نلتقي غدا في العاشرة؟', 31 * MINUTE)
  say(data, talk, 'alice', '🎉🎉', 30 * MINUTE)
  say(data, talk, 'alice', 'See you then', 4 * MINUTE)
  talk.markers.set('bob', { readSeq: talk.messages.length - 1, deliveredSeq: talk.messages.length })
}

function carol(data: FakeData): void {
  const talk = data.direct('alice', 'carol', 'carol')
  say(data, talk, 'alice', 'see you', DAY + 20 * MINUTE)
  say(data, talk, 'carol', 'Did you see the note I left on your desk? It is about the meeting on Thursday.', 12 * MINUTE)
}

function dave(data: FakeData): void {
  const talk = data.direct('alice', 'dave', 'dave')
  for (let n = 0; n < 140; n++) say(data, talk, 'dave', `Line ${n + 1} of a long story`, 9 * DAY - n * MINUTE)
}

function erika(data: FakeData): void {
  const talk = data.direct('alice', 'erika', 'erika')
  say(data, talk, 'erika', LONG, 3 * DAY)
  for (let n = 1; n <= 12; n++) say(data, talk, 'erika', `${n} of 12`, 3 * DAY - n * MINUTE)
}

function farid(data: FakeData): void {
  const talk = data.direct('alice', 'farid', 'farid')
  say(data, talk, 'farid', 'أهلا أليس، الخطة جاهزة (version 2).', 5 * DAY)
  say(data, talk, 'alice', 'Thanks! شكرا جزيلا', 5 * DAY - 2 * MINUTE)
  talk.markers.set('farid', { readSeq: 2, deliveredSeq: 2 })
}

function grace(data: FakeData): void {
  data.direct('alice', 'grace', 'grace').createdAt = ago(20 * DAY)
}

function say(data: FakeData, talk: FakeConversation, who: string, body: string, before: number): void {
  data.store(talk, who, body, undefined, ago(before))
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString()
}
