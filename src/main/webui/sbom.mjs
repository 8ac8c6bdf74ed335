// What the page is made of, as CycloneDX: `node sbom.mjs FILE`.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * By npm, from the lock file alone: nothing has to be installed for it.
 * @returns {{ components: { name: string, version: string }[] }}
 */
export function sbom() {
  const made = execFileSync('npm', ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only'], { cwd: import.meta.dirname, encoding: 'utf8' })
  const { serialNumber, metadata, ...lasting } = JSON.parse(made)
  // Without number, time and version of npm: the same sources make the same bytes.
  return { ...lasting, metadata: { lifecycles: metadata.lifecycles, component: metadata.component } }
}

if (process.argv[1] === import.meta.filename) {
  const [, , file] = process.argv
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(sbom(), null, 2) + '\n')
}
