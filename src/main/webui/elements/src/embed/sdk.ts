/** The part of the SDK that is loaded once somebody is signed in. */
export { ChatClient, SignedOutError, totalUnread, unread } from '@eplatform/chat'
