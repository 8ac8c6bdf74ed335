import { expireTyping, nextExpiry } from './state/typing'
import type { Store } from './store'

/** From now on ends the typing of people who stopped without a word. */
export function watchTyping(store: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let next: number | undefined
  const expire = () => {
    next = undefined
    store.update(state => expireTyping(state, Date.now()))
  }
  store.subscribe(state => {
    const at = nextExpiry(state)
    if (at === next) return
    next = at
    clearTimeout(timer)
    if (at !== undefined) timer = setTimeout(expire, at - Date.now())
  })
}
