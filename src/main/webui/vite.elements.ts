import { defaultClientConditions, defineConfig } from 'vite'
import { budgets, withoutPreloads } from './budgets.ts'

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
        codeSplitting: {
          groups: [
            { name: 'light', test: /elements\/src\/embed\/index\.ts$/ },
            { name: 'sdk', test: /elements\/src\/embed\/sdk\.ts$/ },
          ],
        },
      },
    },
  },
})
