// For pages that load the chat by a classic script: <script src="https://chat.example/chat/chat.js"></script>.
(() => {
  'use strict'
  // By the address of this script: an import that is relative to a script of another origin leads nowhere.
  const elements = import(new URL('elements.js', document.currentScript.src).href)
  // Whoever calls the function hears of it; for the others the browser has said it already.
  elements.catch(() => {})

  /** Connects, and keeps `.status-indicator[data-user-id]` up to date. Resolves with the connected client. */
  window.initializeChatWebsocket = () => elements.then(({ initializeChatWebsocket }) => initializeChatWebsocket())
})()
