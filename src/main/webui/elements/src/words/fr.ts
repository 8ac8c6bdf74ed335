import type { Words } from './en'
import { GLANCES } from './glances'
import { number } from './numbers'
import { pluralOf } from './plural'

const plural = pluralOf('fr')

/** French: with a narrow no-break space (U+202F) before `: ; ! ?` and inside guillemets, and without gendered participles. */
export const fr = {
  ...GLANCES.fr,

  // Everywhere
  close: 'Fermer',
  tryAgain: 'Réessayer',
  loading: 'Chargement',
  you: 'Vous',
  saidBy: name => `${name}\u202F: `,

  // People and times
  today: 'Aujourd’hui',
  yesterday: 'Hier',

  // The list of chats
  chats: 'Discussions',
  conversations: 'Conversations',
  newChat: 'Nouvelle discussion',
  people: 'Personnes',
  found: 'Résultats',
  searchPeople: 'Rechercher une personne',
  searchDirectory: 'Rechercher dans l’annuaire',
  findPeople: 'Trouver des personnes',
  noChats: 'Aucune discussion pour le moment.',
  chatsNotLoaded: 'Impossible de charger les discussions.',
  directoryNotLoaded: 'Impossible de charger l’annuaire.',
  nobodyFound: 'Aucun résultat.',
  nobodyCalled: name => `Personne ne s’appelle «\u202F${name}\u202F».`,
  searchFailed: 'La recherche n’a pas abouti.',
  typeMore: 'Saisissez une plus grande partie du nom.',
  manySearches: 'Beaucoup de recherches en peu de temps.',
  searchGoesOn: when => `La recherche reprendra ${when}.`,
  typing: 'écrit…',
  draft: 'Brouillon',
  listWidth: 'Largeur de la liste',
  noMessages: 'Aucun message',
  yourAccount: name => `${name}, votre compte`,
  signOut: 'Se déconnecter',

  // A conversation
  conversation: 'Conversation',
  conversationWith: name => `Conversation avec ${name}`,
  backToChats: 'Retour aux discussions',
  sayHello: 'Aucun message pour le moment. Dites bonjour\u202F!',
  chatMissing: 'Cette discussion n’existe pas ou vous n’en faites pas partie.',
  messagesNotLoaded: 'Impossible de charger les messages.',
  messagesKept: 'Rien n’est perdu\u202F: le service les conserve.',
  olderNotLoaded: 'Impossible de charger les messages plus anciens.',
  loadOlder: 'Charger les messages plus anciens',
  newerNotLoaded: 'Impossible de charger les messages plus récents.',
  loadNewer: 'Charger les messages plus récents',
  loadingOlder: 'Chargement…',
  jumpToLatest: 'Aller au dernier message',
  jumpToLatestOf: count => plural(count, { one: 'Aller au dernier message, # nouveau', other: 'Aller au dernier message, # nouveaux' }),
  markAllRead: 'Tout marquer comme lu',
  newMessages: count => plural(count, { one: '# nouveau message', other: '# nouveaux messages' }),
  areTyping: count => plural(count, { one: 'est en train d’écrire', other: 'sont en train d’écrire' }),

  // A message
  deleted: 'Message supprimé',
  edited: 'modifié',
  edit: 'Modifier',
  messageActions: 'Actions sur le message',
  copyText: 'Copier le texte',
  copyLink: 'Copier le lien',
  copied: 'Copié',
  copyFailed: 'Le navigateur n’a pas autorisé la copie.',
  discard: 'Supprimer',
  queued: 'en attente d’envoi',
  sending: 'en cours d’envoi',
  sent: 'envoyé',
  delivered: 'distribué',
  read: 'lu',
  notSent: 'Non envoyé',
  notSentBecause: reason => `Non envoyé\u202F: ${reason}`,
  becauseTooLong: 'il est trop long',
  becauseForbidden: 'vous ne pouvez pas écrire ici',
  becauseRefused: 'le service ne l’a pas accepté',

  // Where one writes
  writeMessage: 'Écrire un message',
  send: 'Envoyer',
  emoji: 'Émojis',
  emojiNotLoaded: 'Impossible de charger les émojis.',
  searchEmoji: 'Rechercher un émoji',
  noEmoji: 'Aucun émoji trouvé.',
  skinTone: 'Carnation',
  emojiRecent: 'Récents',
  emojiSmileys: 'Émoticônes et émotions',
  emojiPeople: 'Personnes et corps',
  emojiNature: 'Animaux et nature',
  emojiFood: 'Nourriture et boissons',
  emojiPlaces: 'Voyages et lieux',
  emojiActivities: 'Activités',
  emojiObjects: 'Objets',
  emojiSymbols: 'Symboles',
  emojiFlags: 'Drapeaux',
  brokenCharacters: 'Ce texte contient des caractères erronés.',
  tooLong: 'Le message est trop long\u202F:',
  characters: (length, limit) => `${number(length)} caractères sur ${number(limit)}`,
  outboxFull: 'Trop de messages attendent déjà d’être envoyés. Votre texte reste ici.',

  // The chat as a whole
  reconnecting: 'Reconnexion… vos messages sont conservés',
  reconnectingWith: count =>
    plural(count, {
      one: 'Reconnexion… # message est conservé et sera envoyé',
      other: 'Reconnexion… # messages sont conservés et seront envoyés',
    }),
  reconnectingInTab: 'Reconnexion… ce que vous écrivez n’est conservé que tant que cet onglet reste ouvert',
  reconnectingInTabWith: count =>
    plural(count, {
      one: 'Reconnexion… # message attend, mais seulement tant que cet onglet reste ouvert',
      other: 'Reconnexion… # messages attendent, mais seulement tant que cet onglet reste ouvert',
    }),
  chooseChat: 'Choisissez une discussion ou commencez-en une nouvelle.',
  signedOut: 'Votre session est terminée',
  signInAgain: 'Reconnectez-vous pour continuer. Tous les messages envoyés sont conservés.',
  signIn: 'Se connecter',

  // What comes up at the bottom
  notices: 'Avis',
  dismiss: 'Masquer',
  connectionLost: 'La connexion est perdue. Ce que vous écrivez est conservé.',
  connectionRestored: 'De nouveau en ligne.',
  newMessage: 'Nouveau message',

  // The menu of one's account
  account: 'Compte',
  theme: 'Apparence',
  themeSystem: 'Système',
  themeLight: 'Clair',
  themeDark: 'Sombre',
  language: 'Langue',
  languageAutomatic: 'Automatique',
  notifications: 'Notifications',
  notificationsBlocked: 'Ce navigateur bloque les notifications de cette page. Autorisez-les dans ses paramètres pour ce site.',
  showPreview: 'Afficher le texte des messages',
  sound: 'Son',
  keyboardShortcuts: 'Raccourcis clavier',
  cancel: 'Annuler',
  unsentAtSignOut: count => plural(count, { one: '# message n’a pas été envoyé', other: '# messages n’ont pas été envoyés' }),
  unsentWouldBeLost: 'La déconnexion supprime de ce navigateur ce qui n’a pas été envoyé.',
  signOutAnyway: 'Supprimer et se déconnecter',

  // Shortcuts
  shortcutSwitch: 'Trouver une discussion ou une personne',
  shortcutNext: 'Discussion suivante',
  shortcutPrevious: 'Discussion précédente',
  shortcutNextUnread: 'Discussion non lue suivante',
  shortcutPreviousUnread: 'Discussion non lue précédente',
  shortcutNextPane: 'Partie suivante de la page',
  shortcutPreviousPane: 'Partie précédente de la page',
  shortcutSend: 'Envoyer le message',
  shortcutNewLine: 'Nouvelle ligne',
  shortcutHelp: 'Afficher ces raccourcis',
  keyControl: 'Ctrl',
  keyAlt: 'Alt',
  keyShift: 'Maj',
  keyEnter: 'Entrée',

  // What is read out
  messageNotSent: text => `Non envoyé\u202F: ${text}.`,
  messagesNotSent: count => plural(count, { one: '# message n’a pas été envoyé.', other: '# messages n’ont pas été envoyés.' }),
  newMessageFrom: (name, text) => `Nouveau message de ${name}\u202F: ${text}`,
  newMessagesFrom: (count, names) => `${plural(count, { one: '# nouveau message', other: '# nouveaux messages' })} de ${names}`,

  // The page
  manyChats: when => `Vous avez commencé beaucoup de discussions en peu de temps. Celle-ci s’ouvrira ${when}.`,
  signOutFailed: 'La déconnexion a échoué. Réessayez.',
  chatNotOpened: 'Impossible d’ouvrir cette discussion.',
  personUnknown: 'Cette personne n’est pas connue du chat.',
  chatWithOneself: 'C’est vous. Il faut être deux pour discuter.',
} satisfies Words
