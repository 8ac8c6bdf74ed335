import { readdirSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const PACKAGES: Record<string, string> = { '@eplatform/chat': 'sdk', '@eplatform/chat-elements': 'elements', '@eplatform/chat-app': 'app' }
/** What each layer may use: itself and the ones below it. */
const ALLOWED: Record<string, string[]> = { sdk: ['sdk'], elements: ['elements', 'sdk'], app: ['app', 'elements', 'sdk'] }

test.each(Object.keys(ALLOWED))('%s imports only from the layers below it', layer => {
  const files = sources(layer)
  expect(files.length).toBeGreaterThan(3)
  const wrong = files.flatMap(file =>
    imports(file)
      .filter(target => !ALLOWED[layer]!.includes(layerOf(file, target) ?? layer))
      .map(target => `${relative(ROOT, file)}: ${target}`),
  )
  expect(wrong).toEqual([])
})

test('the SDK uses no library at all', () => {
  const foreign = sources('sdk').flatMap(imports).filter(target => !target.startsWith('.'))
  expect(foreign).toEqual([])
})

test('the rule sees a forbidden import', () => {
  expect(layerOf(`${ROOT}/sdk/src/client.ts`, '../../elements/src/index')).toBe('elements')
  expect(layerOf(`${ROOT}/sdk/src/client.ts`, '@eplatform/chat-elements')).toBe('elements')
  expect(layerOf(`${ROOT}/sdk/src/client.ts`, '@eplatform/chat-elements/jsx')).toBe('elements')
})

function sources(layer: string): string[] {
  const folder = resolve(ROOT, layer, 'src')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts')).map(file => resolve(folder, file))
}

function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)].map(match => match[1]!)
}

function layerOf(file: string, target: string): string | undefined {
  if (!target.startsWith('.')) return PACKAGES[target.split('/').slice(0, 2).join('/')]
  return relative(ROOT, resolve(file, '..', target)).split('/')[0]
}
