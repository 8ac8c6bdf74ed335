import { html, nothing, type TemplateResult } from 'lit'

/** One of a few, side by side. */
export function choice<V extends string>(label: string, chosen: V, values: Readonly<Record<V, string>>, choose: (value: V) => void): TemplateResult {
  const all = Object.entries(values) as [V, string][]
  return html`<fieldset><legend>${label}</legend>
    <div class="segments">${all.map(([value, text]) => html`<label>
      <input type="radio" name="choice" .checked=${value === chosen} @change=${() => choose(value)}><span>${text}</span></label>`)}</div>
  </fieldset>`
}

/** One of more than a few. */
export function picker<V extends string>(label: string, chosen: V, values: Readonly<Record<V, string>>, choose: (value: V) => void): TemplateResult {
  const all = Object.entries(values) as [V, string][]
  return html`<label class="line"><span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as V)}>
      ${all.map(([value, text]) => html`<option value=${value} lang=${value || nothing} .selected=${value === chosen}>${text}</option>`)}
    </select></label>`
}

/** On or off. One that cannot be switched says why, and stays in the way of the Tab key so that the reason is heard. */
export function toggle(label: string, on: boolean, choose: (on: boolean) => void, impossible?: string): TemplateResult {
  const press = (event: Event) => {
    if (impossible === undefined) choose((event.target as HTMLInputElement).checked)
    else event.preventDefault()
  }
  return html`<label class="line"><span>${label}${impossible === undefined ? nothing : html`<span class="reason secondary">${impossible}</span>`}</span>
    <input type="checkbox" role="switch" aria-disabled=${impossible === undefined ? 'false' : 'true'} .checked=${on} @click=${press}></label>`
}
