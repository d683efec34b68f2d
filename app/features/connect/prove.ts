/** A dry request: the program, or its helper, asks as it would at work. What it is given is looked for, and kept nowhere. */
import type { Ports } from '../../base/ports.ts'
import type { ProofView } from '../../contract/consumers.ts'
import { redact } from '../../model/redact.ts'
import { askedOf, consumerNamed } from './plan.ts'
import type { ConnectionRecord } from './records.ts'

/** A cold start of a program in Python, and its request to a server. */
const TIMEOUT_MS = 30_000
const MOST_BYTES = 64_000
const LONGEST_DETAIL = 600

type ProvePorts = Pick<Ports, 'clock' | 'commands' | 'files' | 'paths' | 'process' | 'programs'>

/** @throws AppError ARGUMENT_INVALID, HOST_ABSENT, STORE_UNREADABLE */
export async function prove(
  ports: ProvePorts,
  { consumer: id, said, keeps }: ConnectionRecord,
): Promise<ProofView> {
  const consumer = consumerNamed(id)
  const asked = await askedOf(ports, consumer, said)
  const { words, input = '', env, shows, lacks = [] } = consumer.proof(asked)
  const startedAtMs = ports.clock.now()
  const end = await ports.commands.run(words, {
    input,
    env: { ...env, LAMPLIGHTER_TRIAL: '1' },
    timeoutMs: TIMEOUT_MS,
    mostBytes: MOST_BYTES,
  })
  const tookMs = Math.max(0, ports.clock.now() - startedAtMs)
  const isProven = end.code === 0 && shows.test(end.printed ?? '')
  const who = words[0] === asked.around.own[0] ? `The helper of ${consumer.name}` : consumer.name
  if (isProven) return { isProven, message: `${who} asked for a token and was given one.`, tookMs }
  const lack = lacks.find(({ says }) => says.test(end.output))
  if (lack) return { isProven, message: lack.message, tookMs, detail: lack.todo }
  if (keeps !== undefined && (await ports.files.stat(keeps)) === undefined) {
    const message = `${consumer.name} finds no token: ${keeps} is not written yet.`
    return {
      isProven,
      message,
      tookMs,
      detail: 'It is while Lamplighter runs: the application, or lamplighter serve.',
    }
  }
  // What was printed may be half a token: then nothing of it is told.
  const detail = end.printed ? '' : redact(end.output).trim().slice(-LONGEST_DETAIL)
  const why = end.why ?? (end.code === 0 ? 'was given none' : 'did not get one')
  return { isProven, message: `${who} asked for a token and ${why}.`, tookMs, ...(detail ? { detail } : {}) }
}
