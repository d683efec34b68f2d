/** Connections as a person sees them. */
import type { Files } from '../../base/ports.ts'
import type { ConnectionView, WrittenLinesView } from '../../contract/consumers.ts'
import { readerOf } from '../consent/consent-ask.ts'
import { CONSUMERS } from './consumers.ts'
import { type Edit, isStillThere } from './edit.ts'
import type { PlannedFile } from './plan.ts'
import type { ConnectionRecord, Part, WrittenFile } from './records.ts'

/** What another connection has written already is not written again, nor shown. */
export function linesOf({ path, before, parts }: PlannedFile): readonly WrittenLinesView[] {
  return parts.flatMap(({ placed }) =>
    placed
      ? [
          {
            path,
            isNew: before === undefined,
            ...(placed.where === undefined ? {} : { where: placed.where }),
            lines: placed.lines,
          },
        ]
      : [],
  )
}

export async function connectionView(
  files: Pick<Files, 'read'>,
  { id, consumer, login, use, said, atMs, keeps, files: written }: ConnectionRecord,
  account: string | undefined,
  isWithheldFrom: (program: string) => boolean,
): Promise<ConnectionView> {
  const known = CONSUMERS.find((one) => one.id === consumer)
  const helper = typeof known?.helper === 'function' ? known.helper(said) : known?.helper
  const asksAs = keeps === undefined ? (helper ?? consumer) : readerOf(keeps).name
  const views: ConnectionView['files'][number][] = []
  for (const file of written) {
    const text = await files.read(file.path).catch(() => undefined) // what cannot be read is not there for anybody
    for (const part of file.parts) views.push({ ...shown(file, part), state: stateOf(part, text) })
  }
  return {
    id,
    consumer,
    name: known?.name ?? consumer,
    login,
    ...(account === undefined ? {} : { account }),
    use,
    answers: known?.questions.map((question) => said[question.name] ?? '') ?? [],
    asksAs,
    isWithheld: isWithheldFrom(asksAs),
    sinceMs: atMs,
    ...(keeps === undefined ? {} : { keeps }),
    files: views,
  }
}

function shown({ path, before }: WrittenFile, { edit }: Part): WrittenLinesView {
  return { path, isNew: before === undefined, ...textOf(edit) }
}

function textOf(edit: Edit): Pick<WrittenLinesView, 'lines' | 'where'> {
  switch (edit.kind) {
    case 'lines':
      return { lines: edit.lines, ...(edit.below === undefined ? {} : { where: `below "${edit.below}"` }) }
    case 'member': {
      const outer = edit.member.slice(0, -1).join('.')
      const line = `${JSON.stringify(edit.member.at(-1))}: ${JSON.stringify(edit.value)}`
      return { lines: [line], ...(outer === '' ? {} : { where: `in "${outer}"` }) }
    }
    case 'file':
      return { lines: edit.text.trimEnd().split('\n') }
  }
}

function stateOf({ edit, undo }: Part, text: string | undefined): 'there' | 'changed' | 'gone' {
  if (isStillThere(undo, text)) return edit.kind === 'file' && edit.text !== text ? 'changed' : 'there'
  return undo.kind === 'lines' && text?.includes('# lamplighter: begin') ? 'changed' : 'gone'
}
