/** Changing one member of a JSON text, and leaving every other byte as it was. Pure. */
import { type JsonNode, type Member, memberOf, type ObjectNode, parseJsonText } from './json-tree.ts'

export type JsonPath = readonly [string, ...string[]]

/**
 * Sets a member. Where it is missing it is added as the last one, laid out like its neighbours; missing parents are
 * not made, and then nothing changes.
 */
export function setMember(text: string, path: JsonPath, value: string | number): string {
  const parent = parentOf(text, path)
  if (!parent) return text
  const key = path[path.length - 1] as string
  const printed = JSON.stringify(value)
  const member = memberOf(parent, key)
  if (member) return text.slice(0, member.value.start) + printed + text.slice(member.value.end)
  return addMember(text, parent, `${JSON.stringify(key)}:${spaceAfterColon(text, parent)}${printed}`)
}

/** Takes a member out, with the comma that belonged to it. Absent is fine. */
export function removeMember(text: string, path: JsonPath): string {
  const parent = parentOf(text, path)
  const index = parent?.members.findLastIndex((member) => member.key === path[path.length - 1]) ?? -1
  const member = parent?.members[index]
  if (!parent || !member) return text
  const next = parent.members[index + 1]
  const previous = parent.members[index - 1]
  if (next) return text.slice(0, member.keyStart) + text.slice(next.keyStart)
  if (previous) return text.slice(0, previous.value.end) + text.slice(member.value.end)
  return `${text.slice(0, parent.start)}{}${text.slice(parent.end)}`
}

/** A value as JSON has it. */
export type JsonValue =
  | string
  | number
  | boolean
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue }

/**
 * Adds a member that is not there, and the parents that are missing.
 * @returns undefined where it is there already, or where something that is no object stands in its way
 */
export function insertMember(
  text: string,
  path: JsonPath,
  value: JsonValue,
): { readonly text: string; readonly parentsMade: number } | undefined {
  let node: JsonNode | undefined = parseJsonText(text)
  for (const [at, key] of path.entries()) {
    if (node?.kind !== 'object') return undefined
    const next = memberOf(node, key)?.value
    if (next) {
      node = next
      continue
    }
    const missing = path.slice(at + 1)
    const whole = missing.reduceRight<JsonValue>((inner, name) => ({ [name]: inner }), value)
    const printed = `${JSON.stringify(key)}:${spaceAfterColon(text, node)}${JSON.stringify(whole)}`
    return { text: addMember(text, node, printed), parentsMade: missing.length }
  }
  return undefined
}

/** Takes out what insertMember() added: the member, and of the parents that were made those that are empty then. */
export function removeInserted(text: string, path: JsonPath, parentsMade: number): string {
  let left = removeMember(text, path)
  for (let made = 1; made <= parentsMade; made++) {
    const parent = path.slice(0, -made) as unknown as JsonPath
    const node = valueAt(left, parent)
    if (node?.kind !== 'object' || node.members.length > 0) break
    left = removeMember(left, parent)
  }
  return left
}

/** What stands there; undefined where nothing does. */
export function valueAt(text: string, path: JsonPath): JsonNode | undefined {
  let node: JsonNode | undefined = parseJsonText(text)
  for (const key of path) node = memberOf(node, key)?.value
  return node
}

function parentOf(text: string, path: JsonPath): ObjectNode | undefined {
  let node: JsonNode | undefined = parseJsonText(text)
  for (const key of path.slice(0, -1)) node = memberOf(node, key)?.value
  return node?.kind === 'object' ? node : undefined
}

function addMember(text: string, parent: ObjectNode, printed: string): string {
  const last = parent.members[parent.members.length - 1]
  if (!last) return `${text.slice(0, parent.start)}{ ${printed} }${text.slice(parent.end)}`
  return `${text.slice(0, last.value.end)},${spaceBefore(text, parent, last)}${printed}${text.slice(last.value.end)}`
}

/** What stands between a member and the one before it: a line break and the indentation, usually. */
function spaceBefore(text: string, parent: ObjectNode, member: Member): string {
  const previous = parent.members[parent.members.indexOf(member) - 1]
  const between = text.slice(previous?.value.end ?? parent.start, member.keyStart)
  return /\s*$/.exec(between)?.[0] ?? ''
}

function spaceAfterColon(text: string, parent: ObjectNode): string {
  const first = parent.members[0]
  if (!first) return ' '
  return /:(\s*)$/.exec(text.slice(first.keyStart, first.value.start))?.[1] ?? ''
}
