/**
 * What a client needs once a conversation is opened. It is loaded then, so that a page that shows no messages loads less. A page
 * that is sure to show some, or shall without a network, has it from the start when it imports `@eplatform/chat/opened`.
 */
export { History } from './history'
export { Pages } from './kept/pages'
