import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { build, type Rollup } from 'vite'
import { expect, test } from 'vitest'
import { sbom } from '../../sbom.mjs'

const ROOT = resolve(import.meta.dirname, '../..')

test('the SBOM lists every package that the page ships, in its version', async () => {
  const shipped = await packagesInTheBundle()
  expect(shipped).toContain(`lit-html@${versionOf('lit-html')}`)

  const listed = sbom().components.map(({ name, version }) => `${name}@${version}`)

  expect(shipped.filter(name => !listed.includes(name))).toEqual([])
}, 60_000)

test('the lock file pins every package by its hash, and names no host', () => {
  const locked = Object.entries<Locked>(json('package-lock.json').packages).filter(([path]) => path.startsWith('node_modules/'))
  expect(locked.length).toBeGreaterThan(10)

  const wrong = locked.filter(([, { integrity, link, resolved }]) => !link && (!integrity?.startsWith('sha512-') || resolved))

  expect(wrong).toEqual([])
})

test.each(['.', 'sdk', 'elements', 'app'])('the packages of %s are named in one version each', folder => {
  const { dependencies, devDependencies } = json(`${folder}/package.json`)

  const ranges = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))

  expect(ranges).toEqual([])
})

interface Locked {
  integrity?: string
  link?: boolean
  resolved?: string
}

/** Builds the page as it is shipped, and writes nothing. */
async function packagesInTheBundle(): Promise<string[]> {
  const { output } = (await build({ root: ROOT, mode: 'production', logLevel: 'silent', build: { write: false } })) as Rollup.RollupOutput
  const modules = output.flatMap(part => (part.type === 'chunk' ? Object.keys(part.modules) : []))
  const names = modules.map(module => module.split('node_modules/').slice(1).at(-1)).filter(path => path !== undefined)
  return [...new Set(names.map(path => path.split('/').slice(0, path.startsWith('@') ? 2 : 1).join('/')))].map(name => `${name}@${versionOf(name)}`)
}

function versionOf(name: string): string {
  return json(`node_modules/${name}/package.json`).version
}

function json(path: string) {
  return JSON.parse(readFileSync(resolve(ROOT, path), 'utf8'))
}
