interface Request {
  tab: { run(act: () => void): void }
  grant(): void
  fail(): void
}

/**
 * Web Locks as far as the SDK uses them: exclusive, first come first served, with `signal` and `steal`. What a tab is told
 * goes through its `run`, so that a frozen one hears of it late and still holds what it was given.
 */
export class FakeLocks {
  readonly #held = new Map<string, Request>()
  readonly #queues = new Map<string, Request[]>()

  /** How many requests are held or wait. */
  get size(): number {
    return this.#held.size + [...this.#queues.values()].flat().length
  }

  /** The `request` of a `LockManager`, as this tab has it. */
  requestOf(tab: Request['tab']): LockManager['request'] {
    const request = (name: string, ...rest: unknown[]) => {
      const callback = rest.pop() as () => unknown
      return this.#request(tab, name, (rest[0] ?? {}) as LockOptions, callback)
    }
    return request as LockManager['request']
  }

  /** A tab has ended: what it held is free, and what it waited for is not wanted any more. */
  end(tab: Request['tab']): void {
    for (const [name, queue] of this.#queues) this.#queues.set(name, queue.filter(request => request.tab !== tab))
    for (const [name, request] of this.#held) if (request.tab === tab) this.#free(name, request)
  }

  #request(tab: Request['tab'], name: string, { signal, steal }: LockOptions, callback: () => unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const abort = () => reject(new DOMException('Aborted', 'AbortError'))
      if (signal?.aborted) return abort()
      const request: Request = {
        tab,
        grant: () => void Promise.resolve().then(callback).then(resolve, reject).finally(() => this.#free(name, request)),
        fail: abort,
      }
      const queue = this.#queues.get(name) ?? []
      this.#queues.set(name, queue)
      signal?.addEventListener('abort', () => {
        if (!queue.includes(request)) return
        queue.splice(queue.indexOf(request), 1)
        abort()
      })
      if (steal) this.#rob(name)
      if (steal) queue.unshift(request)
      else queue.push(request)
      this.#next(name)
    })
  }

  #rob(name: string): void {
    const robbed = this.#held.get(name)
    this.#held.delete(name)
    robbed?.tab.run(() => robbed.fail())
  }

  #free(name: string, request: Request): void {
    if (this.#held.get(name) !== request) return
    this.#held.delete(name)
    this.#next(name)
  }

  #next(name: string): void {
    if (this.#held.has(name)) return
    const next = this.#queues.get(name)?.shift()
    if (!next) return void this.#queues.delete(name)
    this.#held.set(name, next)
    next.tab.run(() => next.grant())
  }
}
