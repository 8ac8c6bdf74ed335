import { Embedding, type EmbeddingOptions } from './embedding'

declare global {
  interface Window {
    /**
     * The chat of this page. What a page assigns is taken as options for it, before and after the script is loaded:
     * `window.eplatformChat = { getToken }`.
     */
    eplatformChat: Embedding | EmbeddingOptions | undefined
  }
}

/** The one chat of this page. A second copy of the script joins that of the first. */
export const chat: Embedding = existing() ?? established()

function existing(): Embedding | undefined {
  const there = window.eplatformChat
  return there && 'join' in there ? there : undefined
}

function established(): Embedding {
  const made = new Embedding(import.meta.url, () => import('./sdk'))
  const before = window.eplatformChat as EmbeddingOptions | undefined
  Object.defineProperty(window, 'eplatformChat', {
    configurable: true,
    get: () => made,
    set: (options: EmbeddingOptions) => made.configure(options),
  })
  if (before) made.configure(before)
  return made
}
