import { defineConfig } from 'vite'

/** The package that is published. Whoever uses it makes it small; it depends on nothing. */
export default defineConfig({
  build: {
    lib: { entry: 'src/index.ts', formats: ['es'], fileName: 'index' },
    target: 'es2022',
    minify: false,
  },
})
