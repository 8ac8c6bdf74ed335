// What a platform writes: how to get the token of whoever is signed in there.
const query = new URLSearchParams(location.search)
let user = query.get('user')
const getToken = async () => (user ? (await fetch(`token?user=${user}`)).text() : null)

if (user) window.eplatformChat = { getToken }
if (query.get('dir') === 'rtl') Object.assign(document.documentElement, { dir: 'rtl', lang: 'ar' })
document.documentElement.classList.toggle('dark', query.has('dark'))
document.documentElement.classList.toggle('branded', query.has('branded'))

// For the test: another person, and what the page sees of the keyboard.
window.become = name => {
  user = name
  return name ? window.eplatformChat.identify(getToken) : window.eplatformChat.logout()
}
let strokes = 0
document.addEventListener('keydown', () => {
  const output = document.querySelector('#strokes')
  if (output) output.textContent = ++strokes
})
