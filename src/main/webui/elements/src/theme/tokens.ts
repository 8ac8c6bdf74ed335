import { unsafeCSS } from 'lit'
import { tokenSheet } from './token-sheet'

/** The tokens for the outermost element of a chat that is made with Lit. */
export const tokens = unsafeCSS(tokenSheet)
