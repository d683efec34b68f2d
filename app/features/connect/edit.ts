/** What connecting a program writes into a file, and how exactly that comes out again. Pure: texts in, texts out. */
import { AppError } from '../../base/errors.ts'
import {
  insertMember,
  type JsonPath,
  type JsonValue,
  removeInserted,
  valueAt,
} from '../../stores/shared/json-edit.ts'
import { plainValue } from '../../stores/shared/json-tree.ts'

/** Lines between two marks, in a file whose comments begin with `#`. */
export interface LinesEdit {
  readonly kind: 'lines'
  readonly path: string
  readonly lines: readonly string[]
  /** The line that they stand below; it is made where it is missing. Without one they stand at the end. */
  readonly below?: string
  /** Where that line is missing, nothing is written: what it begins is for a person to make. */
  readonly mustBeThere?: true
  /** They stand before everything else: TOML's members of no table. */
  readonly first?: true
  /** What must not stand in the same section already: it says the same in another way. */
  readonly instead?: RegExp
}

/** One member of a JSON file. */
export interface MemberEdit {
  readonly kind: 'member'
  readonly path: string
  readonly member: JsonPath
  readonly value: JsonValue
}

/** A file that is ours as a whole. */
export interface FileEdit {
  readonly kind: 'file'
  readonly path: string
  readonly text: string
  readonly mode?: number
}

export type Edit = LinesEdit | MemberEdit | FileEdit

/** What has to be known to take it out of a file that others have changed since. */
export type Undo =
  | { readonly kind: 'lines'; readonly inserted: string }
  | {
      readonly kind: 'member'
      readonly member: readonly string[]
      readonly value: JsonValue
      readonly parentsMade: number
    }
  | { readonly kind: 'file' }

export interface Placed {
  readonly text: string
  readonly undo: Undo
  /** As a person is shown it. */
  readonly lines: readonly string[]
  readonly where?: string
}

/** @param before undefined where there is no such file. @throws AppError STORE_READ_ONLY: it says something already */
export function place(edit: Edit, before: string | undefined, mark: string): Placed {
  switch (edit.kind) {
    case 'lines':
      return placeLines(edit, before ?? '', mark)
    case 'member':
      return placeMember(edit, before ?? '')
    case 'file':
      if (before !== undefined) throw isThere(edit.path, 'is there already')
      return { text: edit.text, undo: { kind: 'file' }, lines: edit.text.trimEnd().split('\n') }
  }
}

/** @returns undefined where nothing of ours is left in it. @throws AppError STORE_CHANGED where it cannot be told apart */
export function takeOut(undo: Undo, path: string, text: string): string | undefined {
  switch (undo.kind) {
    case 'lines': {
      const [before = '', after, more] = text.split(undo.inserted)
      // The line's end that ours needed is by now the one of somebody's next line.
      const glue = after === '' ? '' : undo.inserted.slice(0, undo.inserted.indexOf(BEGIN))
      if (after !== undefined && more === undefined)
        return before + glue + headOf(undo.inserted, after) + after
      if (!undo.inserted.split('\n').some((line) => line.startsWith(BEGIN) && text.includes(line))) {
        return undefined
      }
      throw new AppError('STORE_CHANGED', `The lines of Lamplighter’s in ${path} were changed by hand.`, {
        hint: `Take out what stands between "${BEGIN}" and "${END}" there, and disconnect again.`,
      })
    }
    case 'member':
      if (!hasMember(undo, text)) return undefined // it is somebody's own by now
      return removeInserted(text, undo.member as unknown as JsonPath, undo.parentsMade)
    case 'file':
      throw new AppError('STORE_CHANGED', `${path} was changed by hand.`, {
        hint: 'Remove it, and disconnect again.',
      })
  }
}

/**
 * What others have written below our lines belongs to the section that those begin (`aws configure set region` does so):
 * its head stays with it.
 */
function headOf(inserted: string, after: string): string {
  const head = inserted.split(/(?<=\n)/).find((line) => line.trimStart().startsWith('['))
  const next = after.split('\n').find((line) => !/^\s*(?:[#;]|$)/.test(line))
  return head === undefined || next === undefined || next.trimStart().startsWith('[') ? '' : head
}

/** Is what was written there still, as it was? */
export function isStillThere(undo: Undo, text: string | undefined): boolean {
  if (text === undefined) return false
  if (undo.kind === 'lines') return text.includes(undo.inserted)
  if (undo.kind === 'file') return true
  return hasMember(undo, text)
}

function hasMember({ member, value }: Extract<Undo, { kind: 'member' }>, text: string): boolean {
  const node = valueAt(text, member as unknown as JsonPath)
  return node !== undefined && JSON.stringify(plainValue(node)) === JSON.stringify(value)
}

const BEGIN = '# lamplighter: begin'
const END = '# lamplighter: end'

function placeLines(edit: LinesEdit, text: string, mark: string): Placed {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const block = (lines: readonly string[]): string =>
    [`${BEGIN} ${mark}`, ...lines, END].map((line) => `${line}${eol}`).join('')
  const put = (at: number, inserted: string, lines: readonly string[], where?: string): Placed => ({
    text: text.slice(0, at) + inserted + text.slice(at),
    undo: { kind: 'lines', inserted },
    lines: lines.map((line) => line.replaceAll('\t', '    ')),
    ...(where ? { where } : {}),
  })
  if (edit.first) {
    refuseWhereSaid(edit, text, 0, text.length)
    return put(text.startsWith('\uFEFF') ? 1 : 0, block(edit.lines), edit.lines, 'at the beginning')
  }
  const section = edit.below === undefined ? undefined : sectionOf(text, edit.below)
  if (section) {
    refuseWhereSaid(edit, text, section.start, section.end)
    const glue = text[section.start - 1] === '\n' ? '' : eol
    return put(section.start, glue + block(edit.lines), edit.lines, `below "${edit.below}"`)
  }
  if (edit.mustBeThere) {
    throw new AppError('STORE_READ_ONLY', `There is no "${edit.below}" in ${edit.path}.`, {
      hint: 'Lamplighter adds to it, and does not make it up.',
    })
  }
  const lines = edit.below === undefined ? edit.lines : [edit.below, ...edit.lines]
  const glue = text === '' || text.endsWith('\n') ? '' : eol
  return put(text.length, glue + block(lines), lines)
}

/** From behind that line to the next one that begins a section, which is one of the same look. */
function sectionOf(
  text: string,
  below: string,
): { readonly start: number; readonly end: number } | undefined {
  const head = new RegExp(
    `^[ \\t]*${below.trim().split(/\s+/).map(escaped).join('\\s+')}[ \\t]*(?:[#;].*)?\\r?(?:\\n|$)`,
    'm',
  )
  const found = head.exec(text)
  if (!found) return undefined
  const start = found.index + found[0].length
  const [word = ''] = below.trim().split(/\s+/)
  const next = below.startsWith('[') ? /^[ \t]*\[/m : new RegExp(`^${escaped(word)}\\b|^[a-z-]+:`, 'mi')
  const length = text.slice(start).search(next)
  return { start, end: length < 0 ? text.length : start + length }
}

function refuseWhereSaid({ path, instead }: LinesEdit, text: string, start: number, end: number): void {
  const said = instead && new RegExp(instead, 'm').exec(text.slice(start, end))
  if (!said) return
  const ours = markAround(text, start + said.index)
  throw isThere(path, `says "${said[0].trim()}" already`, ours)
}

/** "pip registry https://registry.example.test": the connection whose lines stand at this place. */
function markAround(text: string, at: number): string | undefined {
  const before = text.slice(0, at)
  const begin = before.lastIndexOf(BEGIN)
  if (begin < 0 || before.indexOf(END, begin) >= 0) return undefined
  return before
    .slice(begin + BEGIN.length)
    .split('\n')[0]
    ?.trim()
}

function placeMember({ path, member, value }: MemberEdit, text: string): Placed {
  const inserted = insertMember(text.trim() === '' ? '{}\n' : text, member, value)
  if (!inserted) {
    throw valueAt(text, member)
      ? isThere(path, `has "${member.join('.')}" already`)
      : new AppError('STORE_CORRUPT', `${path} is not understood: no member can be added to it.`)
  }
  const { text: after, parentsMade } = inserted
  const last = member.length - 1
  const shown = `${JSON.stringify(member[last])}: ${JSON.stringify(value)}`
  return {
    text: after,
    undo: { kind: 'member', member, value, parentsMade },
    lines: [shown],
    ...(last > 0 ? { where: `in "${member.slice(0, last).join('.')}"` } : {}),
  }
}

function isThere(path: string, what: string, ours?: string): AppError {
  const disconnect = `lamplighter disconnect ${ours}`
  return new AppError('STORE_READ_ONLY', `${path} ${what}.`, {
    hint:
      ours === undefined
        ? 'Nothing was written. Take that out first, if it is not needed any more.'
        : `Lamplighter wrote that for another connection, and there is room for one. Disconnect the other first: ${disconnect}`,
    ...(ours === undefined ? {} : { command: disconnect }),
  })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
