import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const ROOT = resolve(import.meta.dirname, '../../..')

/** Builds the demo into target/demo, for the tests that look at every view: `vite build --config app/test/demo/vite.config.ts`. */
export default defineConfig({
  root: ROOT,
  base: '/chat/',
  build: {
    outDir: resolve(ROOT, '../../../target/demo'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rollupOptions: { input: resolve(import.meta.dirname, 'index.html') },
  },
})
