import { ChatClient } from '@eplatform/chat'
import { ChatApp, markLanguage, setLanguage } from '@eplatform/chat-elements'
import { FakeServer } from '../../../sdk/test/fake/fake-server'
import { fill } from './scene'
import { reached, SCENES } from './scenes'

/**
 * The whole chat in front of the fake server, to be looked at: `npm run dev`, then /chat/app/test/demo/index.html.
 * `?scene=<one of SCENES>`, `&lang=de|fr|ar` and `&open=<id>` choose what is seen; `&dir=rtl` is Arabic, too.
 * `chatDemo.server` in the console makes trouble.
 */
const query = new URLSearchParams(location.search)
const scene = SCENES[query.get('scene') ?? ''] ?? {}
await setLanguage({ locale: query.get('lang') ?? (query.get('dir') === 'rtl' ? 'ar' : 'en') })
markLanguage(document.documentElement)

const server = new FakeServer()
fill(server.data, scene.empty ?? false)
server.latencyMs = 20
scene.prepare?.(server)
const getToken = scene.getToken ?? (() => Promise.resolve('alice'))

// Each page is a service of its own: no other one's kept content, and no other tab's connection.
const client = new ChatClient({ url: `${location.origin}/${Math.random()}`, getToken, fetch: server.fetch, WebSocket: server.WebSocket })
const app = new ChatApp()
app.client = client
app.addEventListener('chat-open', event => (app.conversationId = event.conversationId))
app.addEventListener('chat-open-with', async event => (app.conversationId = await client.startConversation(event.userId)))
app.addEventListener('chat-back', () => (app.conversationId = undefined))
app.conversationId = query.get('open') ?? undefined
document.body.append(app)
client.start()
Object.assign(window, { chatDemo: { server, client, app } })

if (scene.play) {
  await reached(client, ({ connection, list }) => connection.name === 'connected' && list.name === 'ready')
  scene.play({ server, client, app })
}
