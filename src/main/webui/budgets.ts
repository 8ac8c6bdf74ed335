import { gzipSync } from 'node:zlib'
import { build, defaultClientConditions, type Plugin, type Rollup } from 'vite'

/**
 * What may be sent, in bytes after gzip: more than `limit` fails the build. What is still above what docs/embedding.md
 * wants has that as its `aim`, and a limit that comes down with each byte that is won.
 */
const BUDGETS: Record<Row['name'], { limit: number; aim?: number }> = {
  'before anything is opened': { limit: 22_400, aim: 20_000 },
  'with an open conversation': { limit: 54_600 },
  'with all conversations': { limit: 67_500 },
  'the SDK alone': { limit: 15_000 },
}

interface Row {
  name: 'before anything is opened' | 'with an open conversation' | 'with all conversations' | 'the SDK alone'
  size: number
  /** What comes only once it is needed, where that is of the same package. */
  later?: number
}

type Bundle = Record<string, Rollup.OutputChunk | Rollup.OutputAsset>

/** Weighs what a page that embeds the chat loads, prints it, and fails the build when it is too much. */
export function budgets(): Plugin {
  return {
    name: 'budgets',
    async writeBundle(_, bundle) {
      const first = [...needed(bundle, 'index'), ...needed(bundle, 'sdk')]
      const rows: Row[] = [
        { name: 'before anything is opened', size: weigh(bundle, first) },
        { name: 'with an open conversation', size: weigh(bundle, [...first, ...needed(bundle, 'content')]) },
        { name: 'with all conversations', size: weigh(bundle, [...first, ...needed(bundle, 'whole')]) },
        { name: 'the SDK alone', ...(await sdk()) },
      ]
      for (const row of rows) this.info(told(row))
      const heavy = rows.filter(({ name, size }) => size > BUDGETS[name].limit)
      if (heavy.length > 0) this.error(`too heavy: ${heavy.map(({ name }) => name).join(', ')}. See budgets.ts.`)
    },
  }
}

function told({ name, size, later }: Row): string {
  const { limit, aim } = BUDGETS[name]
  const above = aim !== undefined && size > aim ? `, ${kilobytes(size - aim)} above the aim` : ''
  return `${name.padEnd(27)} ${kilobytes(size)} gzip, at most ${kilobytes(limit)}${above}${later ? `, ${kilobytes(later)} more later` : ''}`
}

/** The chunk with this module, and all that it cannot start without. */
function needed(bundle: Bundle, module: 'index' | 'sdk' | 'content' | 'whole'): string[] {
  const path = {
    index: 'elements/src/embed/index.ts',
    sdk: 'sdk/src/client.ts',
    content: 'elements/src/embed/content.ts',
    whole: 'elements/src/embed/chat-whole.ts',
  }[module]
  return from(bundle, chunk => chunk.moduleIds.some(id => id.endsWith(path)))
}

/** This chunk, and all that it imports before it runs. */
function from(bundle: Bundle, isStart: (chunk: Rollup.OutputChunk) => boolean): string[] {
  const start = Object.values(bundle).find(part => part.type === 'chunk' && isStart(part))
  if (!start) throw new Error(`No such chunk: ${isStart}`)
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

/** By itself, as a project that has its own user interface bundles it: what it starts with, and what it loads later. */
async function sdk(): Promise<{ size: number; later: number }> {
  const made = await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    resolve: { conditions: ['source', ...defaultClientConditions] },
    plugins: [withoutPreloads()],
    build: { write: false, target: 'es2022', modulePreload: false, rolldownOptions: { input: 'sdk/src/index.ts', preserveEntrySignatures: 'allow-extension' } },
  })
  const bundle: Bundle = Object.fromEntries((made as Rollup.RollupOutput).output.map(part => [part.fileName, part]))
  const size = weigh(bundle, from(bundle, chunk => chunk.isEntry))
  return { size, later: weigh(bundle, Object.keys(bundle)) - size }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1).padStart(5)} kB`
}

/** Vite would load what a chunk needs ahead of it, by a piece of code that every page pays for. Ours needs nothing that is not there. */
export function withoutPreloads(): Plugin {
  return {
    name: 'without-preloads',
    enforce: 'pre',
    load: id => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = load => load()' : undefined),
  }
}
