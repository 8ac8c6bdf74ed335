import type { Words } from './en'
import { GLANCES } from './glances'
import { number } from './numbers'
import { pluralOf } from './plural'

const plural = pluralOf('ar')

const newMessages = (count: number) =>
  plural(count, {
    zero: 'لا رسائل جديدة',
    one: 'رسالة جديدة واحدة',
    two: 'رسالتان جديدتان',
    few: '# رسائل جديدة',
    many: '# رسالة جديدة',
    other: '# رسالة جديدة',
  })

/** Modern Standard Arabic, in nouns where a verb would name a gender. */
export const ar = {
  ...GLANCES.ar,

  // Everywhere
  close: 'إغلاق',
  tryAgain: 'إعادة المحاولة',
  loading: 'جارٍ التحميل',
  you: 'أنت',
  saidBy: name => `${name}: `,

  // People and times
  today: 'اليوم',
  yesterday: 'أمس',

  // The list of chats
  chats: 'الدردشات',
  conversations: 'المحادثات',
  newChat: 'دردشة جديدة',
  people: 'الأشخاص',
  found: 'النتائج',
  searchPeople: 'البحث عن أشخاص',
  searchDirectory: 'البحث في الدليل',
  findPeople: 'العثور على أشخاص',
  noChats: 'لا توجد دردشات بعد.',
  chatsNotLoaded: 'تعذّر تحميل الدردشات.',
  directoryNotLoaded: 'تعذّر تحميل الدليل.',
  nobodyFound: 'لم يُعثر على أحد.',
  nobodyCalled: name => `لا يوجد أحد باسم «${name}».`,
  searchFailed: 'تعذّر البحث.',
  typeMore: 'يلزم إدخال جزء أكبر من الاسم للبحث.',
  manySearches: 'عمليات بحث كثيرة في وقت قصير.',
  searchGoesOn: when => `سيُستأنف البحث ${when}.`,
  typing: 'يكتب الآن…',
  draft: 'مسودة',
  listWidth: 'عرض القائمة',
  noMessages: 'لا توجد رسائل بعد',
  yourAccount: name => `${name}، حسابك`,
  signOut: 'تسجيل الخروج',

  // A conversation
  conversation: 'محادثة',
  conversationWith: name => `محادثة مع ${name}`,
  backToChats: 'العودة إلى الدردشات',
  sayHello: 'لا توجد رسائل بعد. ابدأ بالتحية!',
  chatMissing: 'هذه الدردشة غير موجودة أو لست مشاركًا فيها.',
  messagesNotLoaded: 'تعذّر تحميل الرسائل.',
  messagesKept: 'لم يُفقد شيء: الرسائل محفوظة لدى الخدمة.',
  olderNotLoaded: 'تعذّر تحميل الرسائل الأقدم.',
  loadOlder: 'تحميل الرسائل الأقدم',
  newerNotLoaded: 'تعذّر تحميل الرسائل الأحدث.',
  loadNewer: 'تحميل الرسائل الأحدث',
  loadingOlder: 'جارٍ التحميل…',
  jumpToLatest: 'الانتقال إلى أحدث رسالة',
  jumpToLatestOf: count => `الانتقال إلى أحدث رسالة، ${newMessages(count)}`,
  markAllRead: 'تحديد الكل كمقروء',
  newMessages,
  areTyping: count => plural(count, { one: 'يكتب الآن', two: 'يكتبان الآن', other: 'يكتبون الآن' }),

  // A message
  deleted: 'حُذفت الرسالة',
  edited: 'معدّلة',
  edit: 'تعديل',
  messageActions: 'إجراءات الرسالة',
  copyText: 'نسخ النص',
  copyLink: 'نسخ الرابط',
  copied: 'تم النسخ',
  copyFailed: 'لم يسمح المتصفح بالنسخ.',
  discard: 'تجاهل',
  queued: 'في انتظار الإرسال',
  sending: 'جارٍ الإرسال',
  sent: 'أُرسلت',
  delivered: 'سُلّمت',
  read: 'قُرئت',
  notSent: 'لم تُرسل',
  notSentBecause: reason => `لم تُرسل: ${reason}`,
  becauseTooLong: 'الرسالة طويلة جدًا',
  becauseForbidden: 'لا يمكنك الكتابة هنا',
  becauseRefused: 'لم تقبلها الخدمة',

  // Where one writes
  writeMessage: 'كتابة رسالة',
  send: 'إرسال',
  emoji: 'الرموز التعبيرية',
  emojiNotLoaded: 'تعذّر تحميل الرموز التعبيرية.',
  searchEmoji: 'البحث في الرموز التعبيرية',
  noEmoji: 'لم يُعثر على رمز تعبيري.',
  skinTone: 'لون البشرة',
  emojiRecent: 'المستخدمة مؤخرًا',
  emojiSmileys: 'الوجوه والمشاعر',
  emojiPeople: 'الأشخاص والجسم',
  emojiNature: 'الحيوانات والطبيعة',
  emojiFood: 'الطعام والشراب',
  emojiPlaces: 'السفر والأماكن',
  emojiActivities: 'الأنشطة',
  emojiObjects: 'الأشياء',
  emojiSymbols: 'الرموز',
  emojiFlags: 'الأعلام',
  brokenCharacters: 'يحتوي هذا النص على رموز تالفة.',
  tooLong: 'الرسالة طويلة جدًا:',
  characters: (length, limit) =>
    `${plural(length, { zero: '# حرف', one: '# حرف', two: '# حرف', few: '# أحرف', many: '# حرفًا', other: '# حرف' })} من ${number(limit)}`,
  outboxFull: 'هناك رسائل كثيرة جدًا بانتظار الإرسال. يبقى نصك هنا.',

  // The chat as a whole
  reconnecting: 'جارٍ إعادة الاتصال… رسائلك محفوظة',
  reconnectingWith: count =>
    plural(count, {
      zero: 'جارٍ إعادة الاتصال…',
      one: 'جارٍ إعادة الاتصال… رسالة واحدة محفوظة وستُرسل',
      two: 'جارٍ إعادة الاتصال… رسالتان محفوظتان وستُرسلان',
      few: 'جارٍ إعادة الاتصال… # رسائل محفوظة وستُرسل',
      many: 'جارٍ إعادة الاتصال… # رسالة محفوظة وستُرسل',
      other: 'جارٍ إعادة الاتصال… # رسالة محفوظة وستُرسل',
    }),
  reconnectingInTab: 'جارٍ إعادة الاتصال… ما تكتبه محفوظ فقط ما دامت علامة التبويب هذه مفتوحة',
  reconnectingInTabWith: count =>
    plural(count, {
      zero: 'جارٍ إعادة الاتصال…',
      one: 'جارٍ إعادة الاتصال… رسالة واحدة تنتظر، ولكن فقط ما دامت علامة التبويب هذه مفتوحة',
      two: 'جارٍ إعادة الاتصال… رسالتان تنتظران، ولكن فقط ما دامت علامة التبويب هذه مفتوحة',
      few: 'جارٍ إعادة الاتصال… # رسائل تنتظر، ولكن فقط ما دامت علامة التبويب هذه مفتوحة',
      many: 'جارٍ إعادة الاتصال… # رسالة تنتظر، ولكن فقط ما دامت علامة التبويب هذه مفتوحة',
      other: 'جارٍ إعادة الاتصال… # رسالة تنتظر، ولكن فقط ما دامت علامة التبويب هذه مفتوحة',
    }),
  chooseChat: 'اختر دردشة أو ابدأ واحدة جديدة.',
  signedOut: 'انتهت الجلسة',
  signInAgain: 'سجّل الدخول مجددًا للمتابعة. كل الرسائل المُرسلة محفوظة.',
  signIn: 'تسجيل الدخول',

  // What comes up at the bottom
  notices: 'التنبيهات',
  dismiss: 'إخفاء',
  connectionLost: 'انقطع الاتصال. ما تكتبه محفوظ.',
  connectionRestored: 'عاد الاتصال.',
  newMessage: 'رسالة جديدة',

  // The menu of one's account
  account: 'الحساب',
  theme: 'المظهر',
  themeSystem: 'النظام',
  themeLight: 'فاتح',
  themeDark: 'داكن',
  language: 'اللغة',
  languageAutomatic: 'تلقائي',
  notifications: 'الإشعارات',
  notificationsBlocked: 'يحظر هذا المتصفح إشعارات هذه الصفحة. يمكن السماح بها في إعدادات المتصفح لهذا الموقع.',
  showPreview: 'إظهار نص الرسائل',
  sound: 'الصوت',
  keyboardShortcuts: 'اختصارات لوحة المفاتيح',
  cancel: 'إلغاء',
  unsentAtSignOut: count =>
    plural(count, {
      zero: 'أُرسلت كل الرسائل',
      one: 'رسالة واحدة لم تُرسل',
      two: 'رسالتان لم تُرسلا',
      few: '# رسائل لم تُرسل',
      many: '# رسالة لم تُرسل',
      other: '# رسالة لم تُرسل',
    }),
  unsentWouldBeLost: 'يحذف تسجيل الخروج من هذا المتصفح كل ما لم يُرسل.',
  signOutAnyway: 'حذف وتسجيل الخروج',

  // Shortcuts
  shortcutSwitch: 'البحث عن دردشة أو شخص',
  shortcutNext: 'الدردشة التالية',
  shortcutPrevious: 'الدردشة السابقة',
  shortcutNextUnread: 'الدردشة غير المقروءة التالية',
  shortcutPreviousUnread: 'الدردشة غير المقروءة السابقة',
  shortcutNextPane: 'الجزء التالي من الصفحة',
  shortcutPreviousPane: 'الجزء السابق من الصفحة',
  shortcutSend: 'إرسال الرسالة',
  shortcutNewLine: 'سطر جديد',
  shortcutHelp: 'إظهار هذه الاختصارات',
  keyControl: 'Ctrl',
  keyAlt: 'Alt',
  keyShift: 'Shift',
  keyEnter: 'Enter',

  // What is read out
  messageNotSent: text => `لم تُرسل: ${text}.`,
  messagesNotSent: count =>
    plural(count, {
      zero: 'أُرسلت كل الرسائل.',
      one: 'لم تُرسل رسالة واحدة.',
      two: 'لم تُرسل رسالتان.',
      few: 'لم تُرسل # رسائل.',
      many: 'لم تُرسل # رسالة.',
      other: 'لم تُرسل # رسالة.',
    }),
  newMessageFrom: (name, text) => `رسالة جديدة من ${name}: ${text}`,
  newMessagesFrom: (count, names) => `${newMessages(count)} من ${names}`,

  // The page
  manyChats: when => `بدأت دردشات كثيرة في وقت قصير. ستُفتح هذه ${when}.`,
  signOutFailed: 'تعذّر تسجيل الخروج. حاول مرة أخرى.',
  chatNotOpened: 'تعذّر فتح هذه الدردشة.',
  personUnknown: 'هذا الشخص غير معروف في الدردشة.',
  chatWithOneself: 'هذا أنت. الدردشة تحتاج إلى شخصين.',
} satisfies Words
