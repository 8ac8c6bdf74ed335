/** What stands on the platform's page, by the name that `?place=` gives it. */
export const PLACES: Record<string, string> = {
  people: `<ul>
      ${person('bob', 'Bob Meyer', '<chat-with user="bob"></chat-with>')}
      ${person('carol', 'Carol Diaz', '<chat-with user="carol">Message Carol</chat-with>')}
      ${person('dave', 'Dave', '<chat-with user="dave">Message Dave</chat-with>')}
      ${person('erika', 'Erika Mustermann-Donaudampfschifffahrtselektrizitätenhauptbetriebswerk', '<chat-with user="erika">Write to Erika about the plans of the north wing</chat-with>')}
      ${person('farid', 'فريد حداد', '<chat-with user="farid"><button type="button">Ask Farid</button></chat-with>')}
      ${person('grace', 'Grace Okafor', '<chat-with user="grace"><a href="#grace">Talk to Grace</a></chat-with>')}
    </ul>
    <p>Dots alone: <chat-presence user="bob" dot></chat-presence> <chat-presence user="carol" dot></chat-presence></p>
    <p>Words alone: <chat-presence user="bob" text></chat-presence>, <chat-presence user="heidi" text></chat-presence></p>`,
  panels: `<div class="beside">
      <chat-panel user="bob" inline></chat-panel>
      <chat-panel user="grace" inline>
        <a href="#grace" slot="header">Profile</a>
        <p slot="empty">Grace answers within the hour.</p>
        <button type="button" slot="composer-actions">Call</button>
      </chat-panel>
    </div>`,
  profile: '<p>Bob Meyer, architect. <chat-presence user="bob"></chat-presence></p><chat-with user="bob">Message Bob</chat-with>',
  whole: '<chat-app></chat-app>',
}

function person(id: string, name: string, talk: string): string {
  return `<li><span>${name}</span> <chat-presence user="${id}"></chat-presence> ${talk}</li>`
}
