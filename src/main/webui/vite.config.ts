import { defineConfig } from 'vitest/config'

// The service serves the built page under /chat/; development keeps the same addresses so that
// cookies, deep links and the login's redirect behave alike.
export default defineConfig({
  base: '/chat/',
  server: { port: 5173, strictPort: true },
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false } },
  test: {
    include: ['**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    restoreMocks: true,
  },
})
