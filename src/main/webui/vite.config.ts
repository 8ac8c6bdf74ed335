import { defaultClientConditions, defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

// The service serves the built page under /chat/; development keeps the same addresses so that
// cookies, deep links and the login's redirect behave alike.
export default defineConfig({
  base: '/chat/',
  // The packages of this workspace use each other as they are written, not as they are published.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  server: { port: 5173, strictPort: true },
  build: { outDir: 'dist', target: 'es2022', modulePreload: { polyfill: false } },
  test: {
    include: ['**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    restoreMocks: true,
  },
})
