import { defaultClientConditions, defineConfig, type Plugin } from 'vite'
import { budgets } from './budgets.ts'

// What a page of another origin loads: `elements.js` under a name that stays, and what it loads by itself under names
// that change with the content. A build of its own, so that the first script brings no part of the page at /chat/.
export default defineConfig({
  // Relative to the script: the page around is somewhere else.
  base: './',
  publicDir: false,
  resolve: { conditions: ['source', ...defaultClientConditions] },
  plugins: [withoutPreloads(), budgets()],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    rolldownOptions: {
      input: { elements: 'elements/src/embed/index.ts' },
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        // What is needed at once comes in one piece, however many others need parts of it.
        codeSplitting: { groups: [{ name: 'light', test: /elements\/src\/embed\/index\.ts$/ }] },
      },
    },
  },
})

/** Vite would load what a chunk needs ahead of it, by a piece of code that every page pays for. Ours needs nothing that is not there. */
function withoutPreloads(): Plugin {
  return {
    name: 'without-preloads',
    enforce: 'pre',
    load: id => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = load => load()' : undefined),
  }
}
