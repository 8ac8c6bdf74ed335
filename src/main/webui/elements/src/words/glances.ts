import { type Language } from './locale'
import { pluralOf } from './plural'

/** The few texts that a page with the elements shows before anything is opened: they come with the first script, in every language. */
const en = {
  chat: 'Chat',
  /** Between the parts of a list. */
  comma: ', ',
  online: 'online',
  offline: 'offline',
  presenceUnknown: 'status unknown',
  /** `ago` is "5 minutes ago" or "yesterday". */
  lastSeen: (ago: string) => `last seen ${ago}`,
  justNow: 'just now',
  unread: (count: number) => pluralOf('en')(count, { other: '# unread' }),
  chatWith: (name: string) => `Chat with ${name}`,
}

export type Glance = typeof en

const de: Glance = {
  chat: 'Chat',
  comma: ', ',
  online: 'online',
  offline: 'offline',
  presenceUnknown: 'Status unbekannt',
  lastSeen: ago => `zuletzt online ${ago}`,
  justNow: 'gerade eben',
  unread: count => pluralOf('de')(count, { other: '# ungelesen' }),
  chatWith: (name) => `Chat mit ${name}`,
}

const fr: Glance = {
  chat: 'Chat',
  comma: ', ',
  online: 'en ligne',
  offline: 'hors ligne',
  presenceUnknown: 'statut inconnu',
  lastSeen: ago => `dernière activité ${ago}`,
  justNow: 'à l’instant',
  unread: count => pluralOf('fr')(count, { one: '# non lu', other: '# non lus' }),
  chatWith: (name) => `Chat avec ${name}`,
}

const ar: Glance = {
  chat: 'الدردشة',
  comma: '، ',
  online: 'متصل الآن',
  offline: 'غير متصل',
  presenceUnknown: 'الحالة غير معروفة',
  lastSeen: ago => `آخر ظهور ${ago}`,
  justNow: 'الآن',
  unread: count =>
    pluralOf('ar')(count, {
      zero: 'لا رسائل غير مقروءة',
      one: 'رسالة واحدة غير مقروءة',
      two: 'رسالتان غير مقروءتين',
      few: '# رسائل غير مقروءة',
      many: '# رسالة غير مقروءة',
      other: '# رسالة غير مقروءة',
    }),
  chatWith: (name) => `محادثة مع ${name}`,
}

export const GLANCES: Record<Language, Glance> = { en, de, fr, ar }
