import type { Words } from './en'
import { GLANCES } from './glances'
import { number } from './numbers'
import { pluralOf } from './plural'

const plural = pluralOf('de')

/** German, as chat products write it: it says "du", and names nobody by their gender. */
export const de = {
  ...GLANCES.de,

  // Everywhere
  close: 'Schließen',
  tryAgain: 'Erneut versuchen',
  loading: 'Wird geladen',
  you: 'Du',
  saidBy: name => `${name}: `,

  // People and times
  today: 'Heute',
  yesterday: 'Gestern',

  // The list of chats
  chats: 'Chats',
  conversations: 'Unterhaltungen',
  newChat: 'Neuer Chat',
  people: 'Personen',
  found: 'Gefunden',
  searchPeople: 'Personen suchen',
  searchDirectory: 'Verzeichnis durchsuchen',
  findPeople: 'Personen finden',
  noChats: 'Noch keine Chats.',
  chatsNotLoaded: 'Die Chats konnten nicht geladen werden.',
  directoryNotLoaded: 'Das Verzeichnis konnte nicht geladen werden.',
  nobodyFound: 'Niemand gefunden.',
  nobodyCalled: name => `Niemand heißt „${name}“.`,
  searchFailed: 'Die Suche hat nicht funktioniert.',
  typeMore: 'Gib mehr vom Namen ein, um zu suchen.',
  manySearches: 'Viele Suchen in kurzer Zeit.',
  searchGoesOn: when => `Die Suche geht ${when} weiter.`,
  typing: 'schreibt …',
  draft: 'Entwurf',
  listWidth: 'Breite der Liste',
  noMessages: 'Noch keine Nachrichten',
  yourAccount: name => `${name}, dein Konto`,
  signOut: 'Abmelden',

  // A conversation
  conversation: 'Unterhaltung',
  conversationWith: name => `Unterhaltung mit ${name}`,
  backToChats: 'Zurück zu den Chats',
  sayHello: 'Noch keine Nachrichten. Sag Hallo!',
  chatMissing: 'Diesen Chat gibt es nicht, oder du gehörst nicht dazu.',
  messagesNotLoaded: 'Die Nachrichten konnten nicht geladen werden.',
  messagesKept: 'Nichts ist verloren: Der Dienst bewahrt sie auf.',
  olderNotLoaded: 'Ältere Nachrichten konnten nicht geladen werden.',
  loadOlder: 'Ältere Nachrichten laden',
  newerNotLoaded: 'Neuere Nachrichten konnten nicht geladen werden.',
  loadNewer: 'Neuere Nachrichten laden',
  loadingOlder: 'Wird geladen …',
  jumpToLatest: 'Zur neuesten Nachricht',
  jumpToLatestOf: count => `Zur neuesten Nachricht, ${number(count)} neu`,
  markAllRead: 'Alle als gelesen markieren',
  newMessages: count => plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  areTyping: count => plural(count, { one: 'schreibt', other: 'schreiben' }),

  // A message
  deleted: 'Nachricht gelöscht',
  edited: 'bearbeitet',
  edit: 'Bearbeiten',
  messageActions: 'Aktionen für die Nachricht',
  copyText: 'Text kopieren',
  copyLink: 'Link kopieren',
  copied: 'Kopiert',
  copyFailed: 'Der Browser hat das Kopieren nicht zugelassen.',
  discard: 'Verwerfen',
  queued: 'wartet auf Versand',
  sending: 'wird gesendet',
  sent: 'gesendet',
  delivered: 'zugestellt',
  read: 'gelesen',
  notSent: 'Nicht gesendet',
  notSentBecause: reason => `Nicht gesendet: ${reason}`,
  becauseTooLong: 'sie ist zu lang',
  becauseForbidden: 'du kannst hier nicht schreiben',
  becauseRefused: 'der Dienst hat sie nicht angenommen',

  // Where one writes
  writeMessage: 'Nachricht schreiben',
  send: 'Senden',
  emoji: 'Emoji',
  emojiNotLoaded: 'Die Emojis konnten nicht geladen werden.',
  searchEmoji: 'Emoji suchen',
  noEmoji: 'Kein Emoji gefunden.',
  skinTone: 'Hautfarbe',
  emojiRecent: 'Zuletzt verwendet',
  emojiSmileys: 'Smileys und Gefühle',
  emojiPeople: 'Menschen und Körper',
  emojiNature: 'Tiere und Natur',
  emojiFood: 'Essen und Trinken',
  emojiPlaces: 'Reisen und Orte',
  emojiActivities: 'Aktivitäten',
  emojiObjects: 'Gegenstände',
  emojiSymbols: 'Symbole',
  emojiFlags: 'Flaggen',
  brokenCharacters: 'Dieser Text enthält fehlerhafte Zeichen.',
  tooLong: 'Die Nachricht ist zu lang:',
  characters: (length, limit) => `${number(length)} von ${number(limit)} Zeichen`,
  outboxFull: 'Es warten schon zu viele Nachrichten aufs Senden. Dein Text bleibt hier stehen.',

  // The chat as a whole
  reconnecting: 'Wird neu verbunden … nichts geht verloren',
  reconnectingWith: count =>
    plural(count, {
      one: 'Wird neu verbunden … # Nachricht wird noch gesendet',
      other: 'Wird neu verbunden … # Nachrichten werden noch gesendet',
    }),
  reconnectingInTab: 'Wird neu verbunden … was du schreibst, bleibt nur erhalten, solange dieser Tab offen ist',
  reconnectingInTabWith: count =>
    plural(count, {
      one: 'Wird neu verbunden … # Nachricht wartet, aber nur, solange dieser Tab offen ist',
      other: 'Wird neu verbunden … # Nachrichten warten, aber nur, solange dieser Tab offen ist',
    }),
  chooseChat: 'Wähle einen Chat aus oder beginne einen neuen.',
  signedOut: 'Du bist abgemeldet',
  signInAgain: 'Melde dich wieder an, um weiterzumachen. Alle gesendeten Nachrichten sind noch da.',
  signIn: 'Anmelden',

  // What comes up at the bottom
  notices: 'Hinweise',
  dismiss: 'Ausblenden',
  connectionLost: 'Die Verbindung ist unterbrochen. Was du schreibst, bleibt erhalten.',
  connectionRestored: 'Wieder verbunden.',
  newMessage: 'Neue Nachricht',

  // The menu of one's account
  account: 'Konto',
  theme: 'Darstellung',
  themeSystem: 'System',
  themeLight: 'Hell',
  themeDark: 'Dunkel',
  language: 'Sprache',
  languageAutomatic: 'Automatisch',
  notifications: 'Benachrichtigungen',
  notificationsBlocked: 'Dieser Browser blockiert Benachrichtigungen dieser Seite. Erlaube sie in seinen Einstellungen für diese Website.',
  showPreview: 'Text der Nachrichten zeigen',
  sound: 'Ton',
  keyboardShortcuts: 'Tastenkürzel',
  cancel: 'Abbrechen',
  unsentAtSignOut: count => plural(count, { one: '# Nachricht ist noch nicht gesendet', other: '# Nachrichten sind noch nicht gesendet' }),
  unsentWouldBeLost: 'Beim Abmelden wird in diesem Browser gelöscht, was noch nicht gesendet ist.',
  signOutAnyway: 'Löschen und abmelden',

  // Shortcuts
  shortcutSwitch: 'Chat oder Person suchen',
  shortcutNext: 'Nächster Chat',
  shortcutPrevious: 'Voriger Chat',
  shortcutNextUnread: 'Nächster ungelesener Chat',
  shortcutPreviousUnread: 'Voriger ungelesener Chat',
  shortcutNextPane: 'Nächster Teil der Seite',
  shortcutPreviousPane: 'Voriger Teil der Seite',
  shortcutSend: 'Nachricht senden',
  shortcutNewLine: 'Neue Zeile',
  shortcutHelp: 'Diese Tastenkürzel zeigen',
  keyControl: 'Strg',
  keyAlt: 'Alt',
  keyShift: 'Umschalt',
  keyEnter: 'Eingabe',

  // What is read out
  messageNotSent: text => `Nicht gesendet: ${text}.`,
  messagesNotSent: count => plural(count, { one: '# Nachricht wurde nicht gesendet.', other: '# Nachrichten wurden nicht gesendet.' }),
  newMessageFrom: (name, text) => `Neue Nachricht von ${name}: ${text}`,
  newMessagesFrom: (count, names) => `${plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' })} von ${names}`,

  // The page
  manyChats: when => `Du hast in kurzer Zeit viele Chats begonnen. Dieser öffnet sich ${when}.`,
  signOutFailed: 'Die Abmeldung hat nicht geklappt. Versuche es noch einmal.',
  chatNotOpened: 'Dieser Chat konnte nicht geöffnet werden.',
  personUnknown: 'Diese Person ist dem Chat nicht bekannt.',
  chatWithOneself: 'Das bist du. Zu einem Chat gehören zwei.',
} satisfies Words
