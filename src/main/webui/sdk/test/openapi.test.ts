import { readFileSync } from 'node:fs'
import openapiTS, { astToString } from 'openapi-typescript'
import { expect, test } from 'vitest'

const DOCUMENT = new URL('../../../../../docs/openapi.yaml', import.meta.url)

test('the types of the views are those of the committed OpenAPI document: `npm run types` makes them', async () => {
  const made = astToString(await openapiTS(DOCUMENT, { alphabetize: true, exportType: true }))
  const held = readFileSync(new URL('../src/openapi.ts', import.meta.url), 'utf8')
  expect(held.slice(held.indexOf('export type paths'))).toBe(made)
})
