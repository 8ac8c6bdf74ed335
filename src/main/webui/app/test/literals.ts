import ts from 'typescript'

/** Attributes that are read by people. `label` and `content` are not: no element of ours shows them. */
const READ = /\s(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g
/** Stands for an expression in a template; no source has this character. */
const HOLE = '\uE000'
/** Several words that begin or end like a sentence. */
const SENTENCE = /^\p{Lu}\p{Ll}*['’]?\p{Ll}* \p{L}|\p{L} .*[.!?…]$/u

/** The texts for people that stand in a source. */
export function literals(source: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node)) {
      if (node.tag.getText() === 'css') return
      if (node.tag.getText() === 'html') found.push(...inTemplate(node.template))
    } else if (isString(node) && isForPeople(node)) found.push(textOf(node))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('source.ts', source, ts.ScriptTarget.Latest, true))
  return found
}

function inTemplate(template: ts.TemplateLiteral): string[] {
  const spans = ts.isTemplateExpression(template) ? [...template.templateSpans] : []
  const first = ts.isTemplateExpression(template) ? template.head.text : template.text
  const markup = [first, ...spans.map(span => span.literal.text)].join(HOLE)
  const attributes = [...markup.matchAll(READ)].map(match => match[2] ?? match[3] ?? match[4] ?? '')
  const texts = markup.replace(/<!--.*?-->|<[^>]*>/gs, '\n').split('\n')
  const shown = spans.filter((_, hole) => isRead(markup, hole)).flatMap(span => shownBy(span.expression))
  return [...attributes, ...texts, ...shown].map(text => text.replaceAll(HOLE, ' ').trim()).filter(hasLetters)
}

/** Whether people read what an expression gives: it stands between tags, or is the value of an attribute for them. */
function isRead(markup: string, hole: number): boolean {
  const before = markup.split(HOLE).slice(0, hole + 1).join(HOLE)
  if (before.lastIndexOf('>') >= before.lastIndexOf('<')) return true
  return new RegExp(`${READ.source.slice(0, READ.source.indexOf('\\s*='))}\\s*=\\s*["']?[^"'\\s]*$`).test(before)
}

/** The literals that an expression may give as its value. What it compares with or hands to a function is another matter. */
function shownBy(expression: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(expression)) return shownBy(expression.expression)
  if (ts.isConditionalExpression(expression)) return [...shownBy(expression.whenTrue), ...shownBy(expression.whenFalse)]
  if (ts.isBinaryExpression(expression)) {
    const gives = [ts.SyntaxKind.PlusToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.AmpersandAmpersandToken]
    return gives.includes(expression.operatorToken.kind) ? [...shownBy(expression.left), ...shownBy(expression.right)] : []
  }
  return isString(expression) ? [textOf(expression)] : []
}

type StringNode = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression

function isString(node: ts.Node): node is StringNode {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)
}

function textOf(node: StringNode): string {
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(span => span.literal.text)].join(HOLE).replaceAll(HOLE, ' ') : node.text
}

/** A literal outside of templates: a label, or a sentence that is not a developer's (an error) and not a case. */
function isForPeople(node: StringNode): boolean {
  const { parent } = node
  if (ts.isTaggedTemplateExpression(parent) || ts.isImportDeclaration(parent) || ts.isCaseClause(parent)) return false
  if (ts.isPropertyAssignment(parent) && parent.name.getText() === 'label') return hasLetters(textOf(node))
  if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) return false
  return SENTENCE.test(textOf(node)) && !insideTemplate(node)
}

/** An attribute's value or what an event does; what is shown is found by the template. */
function insideTemplate(node: ts.Node): boolean {
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isTemplateSpan(at) && ts.isTaggedTemplateExpression(at.parent.parent)) return true
    if (ts.isCallExpression(at) && at.expression.getText() === 'placeholder') return false
  }
  return false
}

function hasLetters(text: string): boolean {
  return /\p{L}/u.test(text.replace(/&\w+;/g, ''))
}
