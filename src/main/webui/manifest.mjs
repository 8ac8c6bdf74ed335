// What the embeddable elements offer, as a custom elements manifest: `npm run manifest`.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { create, ts } from '@custom-elements-manifest/analyzer/index.js'
import { runnerImport } from 'vite'

const ELEMENTS = resolve(import.meta.dirname, 'elements')
export const MANIFEST = resolve(ELEMENTS, 'custom-elements.json')

const TAGS = ['chat-with', 'chat-presence', 'chat-unread', 'chat-panel', 'chat-launcher', 'chat-app']
/** What they have in common stands in these, and their events in the last one. */
const COMMON = ['light-element', 'late-element', 'events']
/** The chat itself is made of these: whoever shows one offers its slots and parts too. */
const CHATS = ['chat-conversation', 'chat-whole']
const SHOWN = { 'chat-with': CHATS.slice(0, 1), 'chat-panel': CHATS.slice(0, 1), 'chat-launcher': CHATS, 'chat-app': CHATS }
/** How the elements and the chat of the page know each other: not for whoever uses them. */
const INSIDE = ['people', 'target', 'changed', 'adoptedStyleSheets']

/** Made anew from the sources and their comments. */
export async function manifest() {
  const modules = [...TAGS, ...COMMON, ...CHATS].map(name => {
    const path = `src/embed/${name}.ts`
    return ts.createSourceFile(path, readFileSync(resolve(ELEMENTS, path), 'utf8'), ts.ScriptTarget.ES2022, true)
  })
  const { module } = await runnerImport(resolve(ELEMENTS, 'src/theme/token-sheet.ts'))
  const made = create({ modules, plugins: [definedByUs(), whatIsMissing(), shown(), tokens(module.tokenDefaults()), linked(), publicOnly()] })
  return JSON.stringify(made, null, 2) + '\n'
}

/** The analyzer knows `customElements.define`; ours is `define('chat-with')(ChatWith)`. */
function definedByUs() {
  return {
    name: 'defined-by-us',
    analyzePhase({ node, moduleDoc }) {
      if (!ts.isCallExpression(node) || !ts.isCallExpression(node.expression) || node.expression.expression.getText() !== 'define') return
      const [tag] = node.expression.arguments
      const [element] = node.arguments
      const declaration = { name: element.getText(), module: moduleDoc.path }
      moduleDoc.exports.push({ kind: 'custom-element-definition', name: tag.text, declaration })
    },
    moduleLinkPhase({ moduleDoc }) {
      for (const { kind, name, declaration } of moduleDoc.exports) {
        if (kind !== 'custom-element-definition') continue
        Object.assign(moduleDoc.declarations.find(each => each.name === declaration.name), { tagName: name, customElement: true })
      }
    },
  }
}

/** What the analyzer leaves out: the type of a property that can only be set, and what a constructor declares. */
function whatIsMissing() {
  return {
    name: 'what-is-missing',
    analyzePhase({ node, moduleDoc }) {
      const owner = moduleDoc.declarations.find(({ name }) => name === node.parent?.name?.getText())
      if (ts.isSetAccessor(node)) {
        const member = owner?.members?.find(({ name }) => name === node.name.getText())
        const type = node.parameters[0].type?.getText()
        if (member && type) member.type ??= { text: type }
      } else if (ts.isConstructorDeclaration(node) && owner) {
        const declared = node.parameters.filter(each => ts.isParameterPropertyDeclaration(each, node))
        owner.members = [...(owner.members ?? []), ...declared.map(fieldOf)]
      }
    },
  }
}

function fieldOf(parameter) {
  const description = ts.getJSDocCommentsAndTags(parameter).map(({ comment }) => ts.getTextOfJSDocComment(comment)).join(' ')
  return { kind: 'field', name: parameter.name.getText(), type: { text: parameter.type.getText() }, ...(description && { description }), readonly: true }
}

/** What comes from inside is said there, once. */
function shown() {
  return {
    name: 'shown',
    packageLinkPhase({ customElementsManifest }) {
      const isChat = ({ path }) => CHATS.some(name => path === `src/embed/${name}.ts`)
      const chats = customElementsManifest.modules.filter(isChat)
      customElementsManifest.modules = customElementsManifest.modules.filter(module => !isChat(module))
      for (const each of elementsOf(customElementsManifest)) {
        const inside = (SHOWN[each.tagName] ?? []).map(name => chats.find(({ path }) => path.endsWith(`/${name}.ts`)).declarations[0])
        for (const kind of ['slots', 'cssParts']) {
          const all = [...(each[kind] ?? []), ...inside.flatMap(chat => chat[kind] ?? [])]
          if (all.length > 0) each[kind] = all
        }
      }
    },
  }
}

/** @param {Record<string, string>} defaults */
function tokens(defaults) {
  const cssProperties = Object.entries(defaults).map(([name, value]) => ({ name: `--chat-${name}`, default: value }))
  return {
    name: 'tokens',
    packageLinkPhase({ customElementsManifest }) {
      for (const each of elementsOf(customElementsManifest)) each.cssProperties = cssProperties
    },
  }
}

/** Attributes know their property; superclasses are found where they are. */
function linked() {
  return {
    name: 'linked',
    packageLinkPhase({ customElementsManifest }) {
      for (const { attributes = [], members = [] } of elementsOf(customElementsManifest)) {
        for (const attribute of attributes) {
          if (members.some(({ kind, name }) => kind === 'field' && name === attribute.name)) Object.assign(attribute, { fieldName: attribute.name })
        }
      }
      for (const { superclass } of classesOf(customElementsManifest)) {
        const home = customElementsManifest.modules.find(({ declarations }) => declarations.some(({ name }) => name === superclass?.name))
        if (home) superclass.module = home.path
        else if (superclass) Object.assign(superclass, { module: undefined, package: 'global:' })
      }
    },
  }
}

function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({ customElementsManifest }) {
      for (const each of classesOf(customElementsManifest)) {
        if (each.members) each.members = each.members.filter(({ name, privacy }) => (privacy ?? 'public') === 'public' && !INSIDE.includes(name))
      }
      for (const module of customElementsManifest.modules) {
        module.declarations = module.declarations.filter(({ kind }) => kind === 'class')
        const names = module.declarations.map(({ name }) => name)
        module.exports = module.exports.filter(({ declaration }) => names.includes(declaration.name))
      }
    },
  }
}

function classesOf(made) {
  return made.modules.flatMap(({ declarations }) => declarations).filter(({ kind }) => kind === 'class')
}

function elementsOf(made) {
  return classesOf(made).filter(({ tagName }) => tagName !== undefined)
}

if (process.argv[1] === import.meta.filename) writeFileSync(MANIFEST, await manifest())
