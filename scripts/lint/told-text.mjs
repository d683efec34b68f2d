// Which sentences in the core's source are told to people: messages and hints of errors, and whatever else begins and
// ends as a sentence does. A test asks that other languages have words for each of them.
import { parse, walk } from './shown-text.mjs'

/** Members of what crosses to the window, and what they are kept in on the way. */
const TOLD_MEMBERS =
  /^(message|hint|advice|sentence|consequence|note|notes|todo|what|why|limits|gains|warning|steps|cannot|retired|found|whereLine|label|HINT)$/

/** More ways to fill in a sentence are no longer told apart. */
const MOST_READINGS = 12

/** Each sentence of a source file as it can be read, with {} for a value that is not written there. */
export function toldTexts(file, text) {
  const found = []
  walk(parse(file, text), (node, way) => {
    if (
      /^(TS\w*Type|TSTypeAnnotation|TSTypeAliasDeclaration|TSInterfaceDeclaration|Import\w+)$/.test(node.type)
    )
      return false
    if (isUntold(node, text)) return false
    if (!isText(node)) return undefined
    for (const words of fewReadingsOf(node)) if (isTold(words, way, text)) found.push(words)
    return !/Binary|Template/.test(node.type)
  })
  return [...new Set(found)]
}

/** The log is English, and so are errors that only a programmer meets. */
function isUntold(node, text) {
  if (node.type === 'NewExpression') return /^(Error|TypeError|RangeError)$/.test(node.callee.name)
  return (
    node.type === 'CallExpression' &&
    /(^|\.)log\??\.\w+$/.test(text.slice(node.callee.start, node.callee.end))
  )
}

function isText(node) {
  if (node.type === 'Literal') return typeof node.value === 'string'
  return (
    node.type === 'TemplateLiteral' ||
    (node.type === 'BinaryExpression' && node.operator === '+' && isText(node.left))
  )
}

function isTold(words, way, text) {
  if (!/\p{L}{2}.* |^\{\} \p{L}/su.test(words) || /^SELECT /.test(words)) return false
  if (/^[“"‘'(]?(\p{Lu}|\{\})/u.test(words) && /[.?!]$/.test(words)) return true
  for (let at = way.length - 1; at >= 0; at -= 1) {
    const { node, key } = way[at]
    switch (node.type) {
      case 'ConditionalExpression':
        if (key === 'test') return false
        continue
      case 'LogicalExpression':
      case 'ParenthesizedExpression':
      case 'ArrayExpression':
      case 'TSAsExpression':
        continue
      case 'NewExpression':
        return /^(AppError|RegisterFailure)$/.test(node.callee.name)
      case 'Property':
        return key === 'value' && TOLD_MEMBERS.test(text.slice(node.key.start, node.key.end))
      case 'VariableDeclarator':
        return key === 'init' && TOLD_MEMBERS.test(node.id.name ?? '')
      case 'ArrowFunctionExpression':
        continue
      default:
        return false
    }
  }
  return false
}

/** A choice between two texts is two readings. */
function fewReadingsOf(node) {
  const readings = readingsOf(node)
  return readings.length > MOST_READINGS ? [] : readings
}

function readingsOf(node) {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : ['{}']
    case 'ParenthesizedExpression':
      return readingsOf(node.expression)
    case 'ConditionalExpression':
      return [...new Set([...readingsOf(node.consequent), ...readingsOf(node.alternate)])]
    case 'LogicalExpression':
      return node.operator === '??' || node.operator === '||'
        ? [...new Set([...readingsOf(node.left), ...readingsOf(node.right)])]
        : ['{}']
    case 'BinaryExpression':
      return node.operator === '+' ? product([readingsOf(node.left), readingsOf(node.right)]) : ['{}']
    case 'TemplateLiteral':
      return product(
        node.quasis.flatMap((quasi, at) => [
          [quasi.value.cooked],
          ...(at < node.expressions.length ? [readingsOf(node.expressions[at])] : []),
        ]),
      )
    default:
      return ['{}']
  }
}

function product(parts) {
  return parts.reduce(
    (all, some) => all.flatMap((before) => some.map((one) => before + one)).slice(0, MOST_READINGS + 1),
    [''],
  )
}
