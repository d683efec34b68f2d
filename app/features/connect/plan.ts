/** What connecting one program comes to: which files get which lines. Reads, and writes nothing. */
import { AppError } from '../../base/errors.ts'
import { expandHome, join } from '../../base/path.ts'
import type { Files, Ports } from '../../base/ports.ts'
import type { KeptFile } from '../../config/kept-file.ts'
import { parseUse, textOfUse } from '../../config/use.ts'
import type { ConnectRequest } from '../../contract/consumers.ts'
import type { Around, Asked, Consumer } from './consumer.ts'
import { CONSUMERS } from './consumers.ts'
import { type Edit, isStillThere, type Placed, place } from './edit.ts'
import type { ConnectionRecord, Part } from './records.ts'

export interface PlannedFile {
  readonly path: string
  readonly before: string | undefined
  readonly after: string
  readonly mode?: number
  readonly parts: readonly (Part & { readonly placed?: Placed })[]
}

export interface Planned {
  readonly consumer: Consumer
  readonly asked: Asked
  readonly use: string
  readonly files: readonly PlannedFile[]
  /** The file that it reads the token from. */
  readonly keeps?: Omit<KeptFile, 'login'>
}

type PlanPorts = Pick<Ports, 'files' | 'paths' | 'process' | 'programs'>

/** @throws AppError ARGUMENT_INVALID */
export function consumerNamed(id: string): Consumer {
  const consumer = CONSUMERS.find((one) => one.id === id)
  if (consumer) return consumer
  throw new AppError('ARGUMENT_INVALID', `"${id}" is no program that Lamplighter can connect.`, {
    hint: `They are: ${CONSUMERS.map((one) => one.id).join(', ')}.`,
  })
}

/** @throws AppError ARGUMENT_INVALID, STORE_READ_ONLY (it says something else already), STORE_UNREADABLE, STORE_CORRUPT */
export async function plan(
  ports: PlanPorts,
  request: ConnectRequest,
  others: readonly ConnectionRecord[],
): Promise<Planned> {
  const consumer = consumerNamed(request.consumer)
  const asked = await askedOf(ports, consumer, saidOf(consumer, request.answers))
  consumer.check?.(asked)
  const use = parseUse(consumer.use(asked.said, asked.text))
  if (typeof use === 'string') {
    const examples = consumer.questions.map(({ example }) => example).join(', ')
    throw new AppError('ARGUMENT_INVALID', `${consumer.name}: ${use}.`, { hint: `It is like: ${examples}` })
  }
  const mark = `${consumer.id} ${textOfUse(use)}`
  const files = await placed(ports.files, consumer.edits(asked), mark, others)
  const keeps = consumer.keeps?.(asked)
  return { consumer, asked, use: textOfUse(use), files, ...(keeps ? { keeps } : {}) }
}

/** The part that a connection has in a kept file. */
export function keptBy(
  ports: PlanPorts,
  { consumer, login, said, keeps }: ConnectionRecord,
): KeptFile | undefined {
  if (keeps === undefined) return undefined
  const asked = { said, path: '', text: '', around: { ...aroundOf(ports), own: [] } }
  const file = CONSUMERS.find(({ id }) => id === consumer)?.keeps?.(asked)
  return { ...file, login, path: keeps }
}

/** What its file says now. @throws AppError HOST_ABSENT: nobody could start our command line */
export async function askedOf(ports: PlanPorts, consumer: Consumer, said: Asked['said']): Promise<Asked> {
  const around = { ...aroundOf(ports), own: ownWords(ports.programs) }
  const { path, text } = await settingsOf(ports.files, consumer, around)
  return { said, path, text: text ?? '', around }
}

/** The words that start our command line. @throws AppError HOST_ABSENT: nobody could */
export function ownWords({ own }: Ports['programs']): readonly string[] {
  if (own) return own
  throw new AppError('HOST_ABSENT', 'No program could start the command of Lamplighter.', {
    hint: 'It runs on Node.js, which is not on the PATH. Install Node.js, then the command: Settings, Command line.',
  })
}

export function aroundOf({ paths, process, programs }: PlanPorts): Omit<Around, 'own'> {
  return {
    platform: process.platform,
    home: paths.userHome,
    env: (name) => process.env(name) || undefined,
    find: (command) => programs.find(command),
    bin: programs.bin,
    kept: join(paths.state, 'kept'),
  }
}

/** The first of its places that is there, else the first. */
export async function settingsOf(
  files: Files,
  consumer: Consumer,
  around: Omit<Around, 'own'>,
): Promise<{ readonly path: string; readonly text: string | undefined }> {
  const places = consumer.places(around).filter((place) => place !== undefined && place !== '')
  const whole = places.map((place) => expandHome(place as string, around.home))
  for (const path of whole) {
    const text = await files.read(path)
    if (text !== undefined) return { path, text }
  }
  return { path: whole[0] ?? '', text: undefined }
}

function saidOf({ id, name, questions }: Consumer, answers: readonly string[]): Asked['said'] {
  const usage = [id, 'LOGIN', ...questions.map((one) => one.name.toUpperCase())].join(' ')
  if (answers.length > questions.length) {
    throw new AppError('ARGUMENT_INVALID', `${name} takes no more than that.`, {
      hint: `lamplighter connect ${usage}`,
    })
  }
  return Object.fromEntries(
    questions.map((question, at) => {
      const answer = answers[at]?.trim() ?? ''
      // They become parts of other programs' files, where a line break or a bracket would begin something else.
      if (answer === '' || /[\s"'`\\$[\]{};#]/.test(answer)) {
        throw new AppError(
          'ARGUMENT_INVALID',
          answer === '' ? `${name}: ${question.label}` : `"${answer}" cannot be the ${question.name}.`,
          {
            hint:
              answer === ''
                ? `lamplighter connect ${usage}; ${question.name} is like: ${question.example}`
                : `It is like: ${question.example}`,
          },
        )
      }
      return [question.name, answer]
    }),
  )
}

async function placed(
  files: Files,
  edits: readonly Edit[],
  mark: string,
  others: readonly ConnectionRecord[],
): Promise<readonly PlannedFile[]> {
  const byPath = new Map<string, PlannedFile>()
  for (const edit of edits) {
    const { path } = edit
    const known = byPath.get(path)
    const before = known ? known.before : await files.read(path)
    const text = known ? known.after : before
    const shared = sharedPart(edit, text, others)
    const made = shared ? undefined : place(edit, text, mark)
    const part = shared ?? { edit, undo: (made as Placed).undo, placed: made as Placed }
    byPath.set(path, {
      path,
      before,
      after: made?.text ?? text ?? '',
      ...(edit.kind === 'file' && edit.mode !== undefined ? { mode: edit.mode } : {}),
      parts: [...(known?.parts ?? []), part],
    })
  }
  return [...byPath.values()]
}

/** Another connection has written the very same: it stays until the last of them goes. */
function sharedPart(
  edit: Edit,
  text: string | undefined,
  others: readonly ConnectionRecord[],
): Part | undefined {
  return partsOf(others).find((one) => isSame(one.edit, edit) && isStillThere(one.undo, text))
}

export function partsOf(records: readonly ConnectionRecord[]): readonly Part[] {
  return records.flatMap(({ files }) => files.flatMap(({ parts }) => parts))
}

export function isSame(one: Edit, other: Edit): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
