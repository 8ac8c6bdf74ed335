import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions, type Plugin, type Rollup } from 'vite'

/**
 * What may be sent, in bytes after gzip. `aim` is what docs/embedding.md wants it to be, and `limit`, which fails the
 * build, what it must not exceed until it is that: a limit above its aim comes down with each byte that is won.
 */
const BUDGETS = {
  'before anything is opened': { aim: 20_000, limit: 25_000 },
  'with an open conversation': { aim: 60_000, limit: 66_000 },
  'with all conversations': { aim: 80_000, limit: 80_000 },
  'the SDK alone': { aim: 15_000, limit: 17_300 },
}

type Bundle = Record<string, Rollup.OutputChunk | Rollup.OutputAsset>

/** Weighs what a page that embeds the chat loads, prints it, and fails the build when it is too much. */
export function budgets(): Plugin {
  return {
    name: 'budgets',
    async writeBundle(_, bundle) {
      const first = [...needed(bundle, 'index'), ...needed(bundle, 'sdk')]
      const rows: [name: keyof typeof BUDGETS, size: number][] = [
        ['before anything is opened', weigh(bundle, first)],
        ['with an open conversation', weigh(bundle, [...first, ...needed(bundle, 'content')])],
        ['with all conversations', weigh(bundle, [...first, ...needed(bundle, 'whole')])],
        ['the SDK alone', await sdk()],
      ]
      for (const [name, size] of rows) {
        const { aim, limit } = BUDGETS[name]
        this.info(`${name.padEnd(27)} ${kilobytes(size)} gzip, at most ${kilobytes(limit)}${size > aim ? `, ${kilobytes(size - aim)} above the aim` : ''}`)
      }
      const heavy = rows.filter(([name, size]) => size > BUDGETS[name].limit)
      if (heavy.length > 0) this.error(`too heavy: ${heavy.map(([name]) => name).join(', ')}. See budgets.ts.`)
    },
  }
}

/** The chunk with this module, and all that it cannot start without. */
function needed(bundle: Bundle, module: 'index' | 'sdk' | 'content' | 'whole'): string[] {
  const path = {
    index: 'elements/src/embed/index.ts',
    sdk: 'sdk/src/client.ts',
    content: 'elements/src/embed/content.ts',
    whole: 'elements/src/embed/chat-whole.ts',
  }[module]
  const start = Object.values(bundle).find(part => part.type === 'chunk' && part.moduleIds.some(id => id.endsWith(path)))
  if (!start) throw new Error(`No chunk has ${path}`)
  const found = new Set<string>()
  const add = (name: string): void => {
    const part = bundle[name]
    if (found.has(name) || part?.type !== 'chunk') return
    found.add(name)
    part.imports.forEach(add)
  }
  add(start.fileName)
  return [...found]
}

function weigh(bundle: Bundle, names: readonly string[]): number {
  const parts = [...new Set(names)].map(name => bundle[name])
  return parts.reduce((sum, part) => sum + (part?.type === 'chunk' ? gzipSync(part.code).length : 0), 0)
}

/** By itself, as a project that has its own user interface bundles it. */
async function sdk(): Promise<number> {
  const made = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: 'sdk/src/index.ts', preserveEntrySignatures: 'strict' } },
  })
  const { output } = made as Rollup.RollupOutput
  return output.reduce((sum, part) => sum + (part.type === 'chunk' ? gzipSync(part.code).length : 0), 0)
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(5)} kB`
}
