import { resolve } from 'node:path'
import { mergeConfig } from 'vite'
import page from '../../../vite.config'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Builds the demo as the page is built, into target/demo, for the tests that look at every view: `vite build --config app/test/demo/vite.config.ts`. */
export default mergeConfig(page, {
  root: ROOT,
  build: {
    outDir: resolve(ROOT, '../../../target/demo'),
    emptyOutDir: true,
    rollupOptions: { input: ['index.html', 'host.html'].map(name => resolve(import.meta.dirname, name)) },
  },
})
