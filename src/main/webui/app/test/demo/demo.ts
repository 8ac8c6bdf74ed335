import { ChatClient, SignedOutError } from '@eplatform/chat'
import { ChatApp, markLanguage, setLanguage } from '@eplatform/chat-elements'
import { FakeServer } from '../../../sdk/test/fake/fake-server'
import { fill } from './scene'

/**
 * The whole chat in front of the fake server, to be looked at: `npm run dev`, then /chat/app/test/demo/index.html.
 * `?scene=empty|loading|failed|signed-out|offline`, `&lang=de|fr|ar` and `&open=<id>` choose what is seen; `&dir=rtl`
 * is Arabic, too. `chatDemo.server` in the console makes trouble.
 */
const query = new URLSearchParams(location.search)
const scene = query.get('scene')
await setLanguage({ locale: query.get('lang') ?? (query.get('dir') === 'rtl' ? 'ar' : 'en') })
markLanguage(document.documentElement)

const server = new FakeServer()
fill(server.data, scene === 'empty')
server.latencyMs = scene === 'loading' ? 3_600_000 : 20
server.failRest = scene === 'failed'
const getToken = () => (scene === 'signed-out' ? Promise.reject(new SignedOutError('')) : Promise.resolve('alice'))

const client = new ChatClient({ url: location.origin, getToken, fetch: server.fetch, WebSocket: server.WebSocket })
const app = new ChatApp()
app.client = client
app.addEventListener('chat-open', event => (app.conversationId = event.conversationId))
app.addEventListener('chat-open-with', async event => (app.conversationId = await client.startConversation(event.userId)))
app.addEventListener('chat-back', () => (app.conversationId = undefined))
app.conversationId = query.get('open') ?? undefined
document.body.append(app)
client.start()
Object.assign(window, { chatDemo: { server, client, app } })

if (scene === 'offline') {
  setTimeout(() => {
    server.refuseConnections = true
    server.cut()
  }, 500)
}
