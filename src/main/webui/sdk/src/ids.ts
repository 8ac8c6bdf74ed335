/**
 * A new random id (UUID version 4). `crypto.randomUUID` exists on secure origins only; a platform's
 * test machine on plain HTTP must be able to chat too, and `getRandomValues` is there everywhere.
 */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  // Each digit that is not fixed is random; the 8 stands for one of 8, 9, a and b (RFC 9562).
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, digit => {
    const [random] = crypto.getRandomValues(new Uint8Array(1))
    return (digit === '8' ? 8 | (random! & 3) : random! & 15).toString(16)
  })
}
