import { defaultClientConditions, defaultServerConditions, type Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

// The service serves the built page under /chat/; development keeps the same addresses so that
// cookies, deep links and the login's redirect behave alike.
export default defineConfig({
  base: '/chat/',
  // The packages of this workspace use each other as they are written, not as they are published.
  resolve: { conditions: ['source', ...defaultClientConditions] },
  ssr: { resolve: { conditions: ['source', ...defaultServerConditions] } },
  plugins: [elementsUnderTheirName(), everyFileNamed()],
  server: { port: 5173, strictPort: true },
  build: {
    outDir: 'dist',
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The page has from the start what the SDK loads later elsewhere: it opens conversations without a network.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
  },
  test: {
    include: ['**/test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'dist/**'],
    restoreMocks: true,
  },
})

/** In development too, other pages load the elements under the name that stays (see vite.elements.ts). */
function elementsUnderTheirName(): Plugin {
  return {
    name: 'elements-under-their-name',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _, next) => {
        if (request.url === '/chat/elements.js') request.url = '/chat/elements/src/embed/index.ts'
        next()
      })
    },
  }
}

/**
 * The page names all of its files, those too that it loads only when they are wanted: so its service worker can keep them
 * together. Browsers know no such link, and fetch nothing for it.
 */
function everyFileNamed(): Plugin {
  return {
    name: 'every-file-named',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) =>
        Object.keys(bundle)
          .filter(file => file.startsWith('assets/') && !html.includes(file))
          .toSorted()
          .map(file => ({ tag: 'link', attrs: { rel: 'chat-file', href: `/chat/${file}` }, injectTo: 'head' })),
    },
  }
}
