import { ChatClient, sessionToken } from '@eplatform/chat'
import { ChatApp } from '@eplatform/chat-elements'
import { markPage, speak } from './language'
import { Page } from './page'
import { placeOf } from './place'

void speak()
markPage()
const client = new ChatClient({ url: location.origin, getToken: sessionToken() })
const app = new ChatApp()
app.client = client
document.body.append(app)
new Page(client, app).show(placeOf(location))
client.start()
