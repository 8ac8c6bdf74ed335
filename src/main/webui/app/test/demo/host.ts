import { ChatClient, type ChatClientOptions, SignedOutError, totalUnread, unread } from '@eplatform/chat'
import { Embedding } from '../../../elements/src/embed/embedding'
import { FakeServer } from '../../../sdk/test/fake/fake-server'
import { PLACES } from './places'
import { fill } from './scene'
import { SCENES } from './scenes'

/**
 * The elements on somebody else's page, in front of the fake server: `npm run dev`, then /chat/app/test/demo/host.html.
 * `?place=<one of PLACES>`, `&launcher`, `&scene=<one of SCENES>`, `&lang=de|fr|ar` choose what is seen; `&dir=rtl` is Arabic, too.
 */
const query = new URLSearchParams(location.search)
const scene = SCENES[query.get('scene') ?? ''] ?? {}
const isRtl = query.get('dir') === 'rtl'
const locale = query.get('lang') ?? (isRtl ? 'ar' : 'en')
if (isRtl) document.documentElement.dir = 'rtl'

const server = new FakeServer()
fill(server.data, scene.empty ?? false)
server.latencyMs = 20
scene.prepare?.(server)

class DemoClient extends ChatClient {
  constructor(options: ChatClientOptions) {
    super({ ...options, fetch: server.fetch, WebSocket: server.WebSocket })
  }
}

// Each page is a service of its own: no other one's kept content, and no other tab's connection.
const chat = new Embedding(`https://${Math.random()}.chat.test`, async () => ({ ChatClient: DemoClient, SignedOutError, totalUnread, unread }))
chat.configure({ locale })
// The elements join the chat that is there.
window.eplatformChat = chat
await import('../../../elements/src/embed/index')
document.querySelector('main')!.insertAdjacentHTML('beforeend', PLACES[query.get('place') ?? 'people'] ?? '')
if (query.has('launcher')) document.body.append(document.createElement('chat-launcher'))
Object.assign(window, { chatDemo: { server, chat } })

const getToken = scene.getToken ?? (() => Promise.resolve('alice'))
await chat.identify(() => getToken())
