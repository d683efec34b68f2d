// Which texts in the source are shown to people: what stands between tags, in attributes that are read, in members that
// hold words, and whatever looks like a sentence. A test asks that each of them goes through `t`.
import { parseSync } from 'vite'

const READ_ATTRIBUTES =
  /^(title|label|aria-label|aria-description|placeholder|alt|heading|hint|text|note|name|error|lead|also|head|sub|what|words|summary|value|doing)$/
const SILENT_ATTRIBUTES =
  /^(className|id|type|role|key|href|htmlFor|rel|target|autoComplete|inputMode|spellCheck|lang|d|viewBox|points|transform|stroke\w*|fill\w*|aria-(live|haspopup|labelledby|describedby|controls|current|owns|activedescendant)|data-.*|tone|shape|kind|align|refused|side|size|screen|tag|part|dateTime|property|anchor|look|method)$/
const READ_MEMBERS =
  /^(title|label|word|words|message|detail|head|headline|heading|sub|main|why|body|text|note|hint|advice|lead|error|summary|sentence|explanation|doing|asks|unit|placeholder|tooltip|buttons|nothing|does|announcement|told|means)$/
const SILENT_MEMBERS =
  /^(kind|shape|tone|type|id|screen|className|mood|role|accelerator|code|key|keys|askedBy|urgency|mode|state|level|theme|tray|by|act|cause|weekday|day|month|hour|minute|dateStyle|timeStyle|style|hourCycle|extensions|properties|event|iface|interface|path|signature|member|destination|platform|icon|defaultPath)$/
const SILENT_CALLS =
  /(^|\.)(t|known|rich|counted|log\.\w+|warn|info|error|includes|startsWith|endsWith|split|replace|replaceAll|join|indexOf|lastIndexOf|getElementById|querySelector|querySelectorAll|closest|matches|addEventListener|removeEventListener|on|once|off|emit|call|send|request|sendEvent|setItem|getItem|has|get|set|delete|add|test|write|setAttribute|changeSettings|padStart|padEnd|toLocaleString|appendSwitch|hasSwitch|setPath|getPath|setName|fail|createElement|setProperty|localeCompare|Number|switchTo|getPropertyValue|useBusy|saySilent|ask|asStoreError|runInNewContext)$/
/** Names, and words of formats: the same in every language. */
const NAMES = new Set([
  'Lamplighter',
  'Home',
  'End',
  'name=value',
  'openid offline_access',
  'openai',
  'ci',
  'text',
  'OK',
  'OAuth',
  'Ctrl K',
  'Lamplighter {}',
  'Lamplighter {} ({})',
  'Electron {} · Chromium {} · Node.js {} · {}',
  'age1…\nssh-ed25519 AAAA…',
  'language Sprache 语言',
  'English',
  'Deutsch',
  'Exec',
  'Hidden',
  'root',
  'postgres',
  '-----BEGIN CERTIFICATE-----',
])
/** What they write goes into files, onto a terminal or to other programs. */
const UNSEEN =
  /^main\/(main|create-core|about|power|quit|debugging|give-back-memory|tray\/without-tray)\.ts$|^main\/(command|autostart|text\/startup-line|notifications\/(alert-policy|linux-service)|tray\/tray-icon|window\/page-address|window\/page-protocol)/
const TECHNICAL = /^(?!\p{Lu}\p{Ll}+-\p{Ll}+$)[\p{L}\d]*([-_./:#@]\S*|\p{Ll}\p{Lu}\S*)$/u

/** The tree of a source file; positions count as in the text. */
export function parse(file, text) {
  const { program, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: ${errors[0].message}`)
  return program
}

/** Goes through the tree; `visit` says false where its children are of no interest. */
export function walk(node, visit, path = []) {
  if (visit(node, path) === false) return
  for (const [key, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') walk(child, visit, [...path, { node, key }])
    }
  }
}

/** What of the source people see and does not go through `t`: each with its node and the way to it. */
export function shownTexts(file, text) {
  if (UNSEEN.test(file)) return []
  const found = []
  walk(parse(file, text), (node, path) => {
    if (
      /^(TS\w*Type|TSTypeAnnotation|TSTypeAliasDeclaration|TSInterfaceDeclaration|Import\w+|ExportAllDeclaration)$/.test(
        node.type,
      )
    )
      return false
    if (node.type === 'JSXText') {
      if (/\p{L}/u.test(node.value) && !NAMES.has(node.value.trim()) && !TECHNICAL.test(node.value.trim()))
        found.push({ node, path, words: node.value.trim() })
      return false
    }
    const words = wordsOf(node)
    if (words === undefined || !/\p{L}/u.test(words)) return undefined
    if (isShown(words, node, path, text)) found.push({ node, path, words })
    return undefined
  })
  return found
}

/** The fixed text of a literal or template. */
export function wordsOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked).join('{}')
  return undefined
}

function isShown(words, node, path, text) {
  const source = ({ start, end }) => text.slice(start, end)
  if (NAMES.has(words)) return false
  if (path.some(({ node: one }) => one.type === 'NewExpression' && /Error$/.test(source(one.callee))))
    return false
  const looksSaid = isSentence(words)
  for (let at = path.length - 1; at >= 0; at -= 1) {
    const { node: parent, key } = path[at]
    switch (parent.type) {
      case 'ConditionalExpression':
        if (key === 'test') return false
        continue
      case 'LogicalExpression':
      case 'ArrayExpression':
      case 'ObjectExpression':
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'ParenthesizedExpression':
      case 'SpreadElement':
      case 'JSXExpressionContainer':
        continue
      case 'TemplateLiteral':
        continue
      case 'JSXAttribute': {
        const name = source(parent.name)
        if (SILENT_ATTRIBUTES.test(name)) return false
        if (name === 'name' || name === 'value') return /\s|^\p{Lu}/u.test(words) && looksSaid
        return READ_ATTRIBUTES.test(name) ? !TECHNICAL.test(words) : looksSaid
      }
      case 'JSXElement':
      case 'JSXFragment':
        return true
      case 'Property': {
        if (key === 'key') return false
        const name = parent.computed ? '' : source(parent.key).replace(/'/g, '')
        if (SILENT_MEMBERS.test(name)) return false
        if (READ_MEMBERS.test(name)) return !TECHNICAL.test(words)
        return looksSaid
      }
      case 'BinaryExpression':
        return parent.operator === '+' ? looksSaid : false
      case 'SwitchCase':
        return key === 'test' ? false : looksSaid
      case 'MemberExpression':
        return key === 'object' && looksSaid
      case 'ThrowStatement':
      case 'TaggedTemplateExpression':
        return false
      case 'NewExpression':
        return /Error$|^Set$|^Map$|^RegExp$|^Intl/.test(source(parent.callee)) ? false : looksSaid
      case 'CallExpression':
        if (/^(t|rich)$/.test(source(parent.callee)) && (path[at + 1]?.node ?? node) !== parent.arguments[0])
          return looksSaid
        return key === 'arguments' && SILENT_CALLS.test(source(parent.callee).replace(/\?/g, ''))
          ? false
          : looksSaid
      case 'ReturnStatement':
      case 'ArrowFunctionExpression': {
        const fn =
          parent.type === 'ReturnStatement'
            ? path.slice(0, at).findLast(({ node: p }) => /Function/.test(p.type))?.node
            : parent
        const said = fn?.returnType ? source(fn.returnType) : ''
        return (
          looksSaid ||
          (/^:\s*string( \| undefined)?$/.test(said) &&
            /^[\p{L} {}…,.]+$/u.test(words) &&
            !TECHNICAL.test(words))
        )
      }
      default:
        return looksSaid
    }
  }
  return looksSaid
}

/** Words with a space between them, or one that begins with a capital, and no code. */
function isSentence(words) {
  const text = words.trim()
  if (/[<>$\\]|^--?\w|^[./~]|^\S*(=|:\/\/|[_/])\S*$|\.(ts|json|sock)$/.test(text)) return false
  return (
    /\p{L}\p{Ll}*[,:;.…]? (\p{L}|\{)/u.test(text) ||
    /\}[,:;]? \p{Ll}{2,}|\} \p{L}$/u.test(text) ||
    /^\p{Lu}\p{Ll}+(…|\.|\?|!|:)?$/u.test(text)
  )
}

/** The messages that a source file gives to `t` and its kin, and where the first is no fixed text. */
export function messagesIn(file, text) {
  const messages = []
  const unfixed = []
  walk(parse(file, text), (node) => {
    if (node.type !== 'CallExpression') return
    if (/^(t|rich|tParts)$/.test(node.callee.name)) {
      const [message] = node.arguments
      if (message?.type === 'Literal') messages.push(message.value)
      else if (message?.type === 'TemplateLiteral' && message.expressions.length === 0)
        messages.push(wordsOf(message))
      else unfixed.push(node)
    }
    if (node.callee.name === 'counted') {
      const [, one, many] = node.arguments
      if (one === undefined) return
      if (one.type === 'Literal') messages.push(countMessage(one.value, many?.value ?? `${one.value}s`))
      else unfixed.push(node)
    }
  })
  return { messages, unfixed }
}

/** As `counted` in renderer/format/labels.ts makes it. */
function countMessage(one, many) {
  return `{count, plural, one {# ${one}} other {# ${many}}}`
}
