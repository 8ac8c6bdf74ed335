interface Asked {
  name: string
  mode: LockMode
  start(): void
}

/** Web Locks as far as the page uses them: shared and exclusive ones, with `signal` and `query`, first come first served. */
export class FakeLocks {
  held: Asked[] = []
  #waiting: Asked[] = []

  request(name: string, { mode = 'exclusive', signal }: LockOptions, callback: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const asked: Asked = {
        name,
        mode,
        start: () => {
          this.held.push(asked)
          void Promise.resolve(callback()).then(resolve).finally(() => {
            this.held = this.held.filter(other => other !== asked)
            this.#next()
          })
        },
      }
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.includes(asked)) return
        this.#waiting = this.#waiting.filter(other => other !== asked)
        reject(new DOMException('', 'AbortError'))
      })
      this.#waiting.push(asked)
      this.#next()
    })
  }

  query(): Promise<LockManagerSnapshot> {
    return Promise.resolve({ held: this.held.map(({ name, mode }) => ({ name, mode, clientId: '' })), pending: [] })
  }

  #next(): void {
    for (const asked of this.#waiting) {
      const others = this.held.filter(({ name }) => name === asked.name)
      if (others.some(({ mode }) => mode === 'exclusive' || asked.mode === 'exclusive')) continue
      this.#waiting = this.#waiting.filter(other => other !== asked)
      asked.start()
    }
  }
}
