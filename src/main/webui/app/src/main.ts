import { ChatClient } from '@eplatform/chat'
// From the start, so that conversations open without a network.
import '@eplatform/chat/opened'
import { sessionToken } from '@eplatform/chat/session-token'
import { ChatApp } from '@eplatform/chat-elements'
import { AccountLanguage } from './account-language'
import { Chime } from './chime'
import { showCount } from './count'
import { KeptSettings } from './kept-settings'
import { keepShell } from './kept-shell'
import { markPage } from './language'
import { Notifier } from './notifier'
import { OurTabs } from './our-tabs'
import { Page } from './page'
import { placeOf } from './place'
import { offerSettings } from './preferences'
import { guardUnsent } from './unsent'

const account = new AccountLanguage()
const client = new ChatClient({ url: location.origin, getToken: sessionToken(undefined, ({ locale }) => account.learn(locale)) })
const app = new ChatApp()
const page = new Page(client, app, account)
const settings = new KeptSettings()
const chime = new Chime()
app.client = client
app.shortcuts = true
offerSettings(app, settings, account, chime)
markPage()
showCount(client)
guardUnsent(client)
new Notifier(client, new OurTabs(), settings, chime, page)
document.body.append(app)
page.show(placeOf(location))
client.start()
if (import.meta.env.PROD) keepShell(page)
