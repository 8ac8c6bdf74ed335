import { defineConfig } from 'vite'

/** The package that is published. Whoever uses it makes it small; it depends on nothing. */
export default defineConfig({
  build: {
    lib: { entry: ['src/index.ts', 'src/opened.ts', 'src/session-token.ts'], formats: ['es'] },
    target: 'es2022',
    minify: false,
  },
})
