import { GLANCES } from './glances'
import { number } from './numbers'
import { pluralOf } from './plural'

const plural = pluralOf('en')

/** Every text that people read, in English: the source that the other languages follow. */
export const en = {
  ...GLANCES.en,

  // Everywhere
  close: 'Close',
  tryAgain: 'Try again',
  loading: 'Loading',
  /** Stands for oneself as a sender. */
  you: 'You',
  /** Who said it, before what was said. */
  saidBy: (name: string) => `${name}: `,

  // People and times
  today: 'Today',
  yesterday: 'Yesterday',

  // The list of chats
  chats: 'Chats',
  conversations: 'Conversations',
  newChat: 'New chat',
  people: 'People',
  found: 'Found',
  searchPeople: 'Search people',
  searchDirectory: 'Search the directory',
  findPeople: 'Find people',
  noChats: 'No chats yet.',
  chatsNotLoaded: 'The chats could not be loaded.',
  directoryNotLoaded: 'The directory could not be loaded.',
  nobodyFound: 'Nobody was found.',
  nobodyCalled: (name: string) => `Nobody is called “${name}”.`,
  searchFailed: 'The search did not work.',
  typeMore: 'Type more of the name to search.',
  manySearches: 'Many searches in a short time.',
  /** `when` is "in 3 seconds". */
  searchGoesOn: (when: string) => `The search goes on ${when}.`,
  typing: 'typing …',
  draft: 'Draft',
  listWidth: 'Width of the list',
  noMessages: 'No messages yet',
  yourAccount: (name: string) => `${name}, your account`,
  signOut: 'Sign out',

  // A conversation
  conversation: 'Conversation',
  conversationWith: (name: string) => `Conversation with ${name}`,
  backToChats: 'Back to chats',
  sayHello: 'No messages yet. Say hello!',
  chatMissing: 'This chat does not exist, or you are not in it.',
  messagesNotLoaded: 'The messages could not be loaded.',
  messagesKept: 'Nothing is lost: they are kept by the service.',
  olderNotLoaded: 'Older messages could not be loaded.',
  loadOlder: 'Load older messages',
  newerNotLoaded: 'Newer messages could not be loaded.',
  loadNewer: 'Load newer messages',
  loadingOlder: 'Loading …',
  jumpToLatest: 'Jump to latest',
  jumpToLatestOf: (count: number) => `Jump to latest, ${number(count)} new`,
  markAllRead: 'Mark all as read',
  newMessages: (count: number) => plural(count, { one: '# new message', other: '# new messages' }),
  /** Follows the names of those who are. */
  areTyping: (count: number) => plural(count, { one: 'is typing', other: 'are typing' }),

  // A message
  deleted: 'Message deleted',
  edited: 'edited',
  edit: 'Edit',
  messageActions: 'Message actions',
  copyText: 'Copy text',
  copyLink: 'Copy link',
  copied: 'Copied',
  copyFailed: 'The browser did not let it be copied.',
  discard: 'Discard',
  queued: 'waiting to be sent',
  sending: 'sending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  notSent: 'Not sent',
  notSentBecause: (reason: string) => `Not sent: ${reason}`,
  becauseTooLong: 'it is too long',
  becauseForbidden: 'you cannot write here',
  becauseRefused: 'the service did not take it',

  // Where one writes
  writeMessage: 'Write a message',
  send: 'Send',
  emoji: 'Emoji',
  emojiNotLoaded: 'The emoji could not be loaded.',
  searchEmoji: 'Search emoji',
  noEmoji: 'No emoji was found.',
  skinTone: 'Skin tone',
  emojiRecent: 'Recent',
  emojiSmileys: 'Smileys and emotion',
  emojiPeople: 'People and body',
  emojiNature: 'Animals and nature',
  emojiFood: 'Food and drink',
  emojiPlaces: 'Travel and places',
  emojiActivities: 'Activities',
  emojiObjects: 'Objects',
  emojiSymbols: 'Symbols',
  emojiFlags: 'Flags',
  brokenCharacters: 'This text has broken characters in it.',
  /** `characters` follows. */
  tooLong: 'The message is too long:',
  characters: (length: number, limit: number) => `${number(length)} of ${number(limit)} characters`,
  outboxFull: 'Too many messages are waiting to be sent. Your text stays here.',

  // The chat as a whole
  reconnecting: 'Reconnecting … your messages are kept',
  /** Instead of `reconnecting` while something waits. */
  reconnectingWith: (count: number) => plural(count, { one: 'Reconnecting … # message is kept and will be sent', other: 'Reconnecting … # messages are kept and will be sent' }),
  /** Instead of `reconnecting` where the browser keeps nothing. */
  reconnectingInTab: 'Reconnecting … what you write is kept only while this tab is open',
  /** Instead of `reconnectingInTab` while something waits. */
  reconnectingInTabWith: (count: number) =>
    plural(count, { one: 'Reconnecting … # message waits, but only while this tab is open', other: 'Reconnecting … # messages wait, but only while this tab is open' }),
  chooseChat: 'Choose a chat, or start a new one.',
  signedOut: 'You are signed out',
  signInAgain: 'Sign in again to go on. Every message that was sent is kept.',
  signIn: 'Sign in',

  // What comes up at the bottom
  notices: 'Notices',
  dismiss: 'Dismiss',
  connectionLost: 'The connection is lost. What you write is kept.',
  connectionRestored: 'Connected again.',
  /** Instead of what the message says. */
  newMessage: 'New message',

  // The menu of one's account
  account: 'Account',
  theme: 'Appearance',
  themeSystem: 'System',
  themeLight: 'Light',
  themeDark: 'Dark',
  language: 'Language',
  /** That of the account, or of the browser. */
  languageAutomatic: 'Automatic',
  notifications: 'Notifications',
  notificationsBlocked: 'This browser blocks notifications from this page. Allow them in its settings for this site.',
  showPreview: 'Show what messages say',
  sound: 'Sound',
  keyboardShortcuts: 'Keyboard shortcuts',
  cancel: 'Cancel',
  unsentAtSignOut: (count: number) => plural(count, { one: '# message has not been sent', other: '# messages have not been sent' }),
  unsentWouldBeLost: 'Signing out deletes what has not been sent from this browser.',
  signOutAnyway: 'Delete and sign out',

  // Shortcuts
  shortcutSwitch: 'Find a chat or a person',
  shortcutNext: 'Next chat',
  shortcutPrevious: 'Previous chat',
  shortcutNextUnread: 'Next unread chat',
  shortcutPreviousUnread: 'Previous unread chat',
  shortcutNextPane: 'Next part of the page',
  shortcutPreviousPane: 'Previous part of the page',
  shortcutSend: 'Send the message',
  shortcutNewLine: 'New line',
  shortcutHelp: 'Show these shortcuts',
  keyControl: 'Ctrl',
  keyAlt: 'Alt',
  keyShift: 'Shift',
  keyEnter: 'Enter',

  // What is read out
  messageNotSent: (text: string) => `Not sent: ${text}.`,
  messagesNotSent: (count: number) => plural(count, { one: '# message was not sent.', other: '# messages were not sent.' }),
  newMessageFrom: (name: string, text: string) => `New message from ${name}: ${text}`,
  newMessagesFrom: (count: number, names: string) => `${plural(count, { one: '# new message', other: '# new messages' })} from ${names}`,

  // The page
  /** `when` is "in 3 seconds". */
  manyChats: (when: string) => `You have started many chats in a short time. This one opens ${when}.`,
  signOutFailed: 'You could not be signed out. Try again.',
  chatNotOpened: 'This chat could not be opened.',
  personUnknown: 'This person is not known to the chat.',
  chatWithOneself: 'This is you. A chat takes two.',
}

/** The texts of one language. A language that lacks one does not compile. */
export type Words = typeof en
