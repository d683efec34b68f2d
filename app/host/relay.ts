/** One wire carried on over another: what comes through ssh goes to the host of this machine, and back. */
import type { HostChannel, LineChannel, Ports } from '../base/ports.ts'
import { ANSWER_WITHIN_MS } from './rpc-server.ts'

/**
 * The far side has come through ssh, which has seen to who it is; the key, which it cannot know, is put in here.
 * Resolves when either side is gone, and what was asked is answered or has had its time.
 * @param ports for our own pid: the far side's means nothing on this machine
 * @param proof that this is a relay, for a host that has to be shown
 */
export async function relay(
  far: LineChannel,
  host: HostChannel,
  { clock, process }: Pick<Ports, 'clock' | 'process'>,
  proof: string | undefined,
): Promise<void> {
  const asked = new Set<unknown>()
  /** What the host asks the far side. */
  const askedThere = new Set<unknown>()
  const done = new AbortController()
  let isFarGone = false
  const closeWhenAnswered = (): void => {
    if (isFarGone && asked.size === 0) host.close()
  }
  far.onLine((line) => {
    const message = membersOf(line)
    if (typeof message?.call === 'string') asked.add(message.id)
    else if (message) askedThere.delete(message.id)
    host.send(message?.call === 'hello' ? withKey(message, host.key, process.pid, proof) : line)
  })
  host.onLine((line) => {
    far.send(line)
    if (asked.size === 0 && !line.includes('"call"')) return
    const message = membersOf(line)
    if (typeof message?.call !== 'string') asked.delete(message?.id)
    else if (isFarGone) host.send(goneBefore(message.id))
    else askedThere.add(message.id)
    closeWhenAnswered()
  })
  void far.closed.then(() => {
    isFarGone = true
    // What the far side asked may be waiting for an answer of the far side.
    for (const id of askedThere) host.send(goneBefore(id))
    closeWhenAnswered()
    return clock.sleep(ANSWER_WITHIN_MS, done.signal).then(() => host.close())
  })
  await host.closed
  done.abort()
  far.close()
}

function goneBefore(id: unknown): string {
  const failure = { code: 'HOST_GONE', message: 'The other side went away before it answered.' }
  return JSON.stringify({ id, failure })
}

type Members = Readonly<Record<string, unknown>>

function withKey(message: Members, key: string, pid: number, relay: string | undefined): string {
  const params = { ...(message.params as object | undefined) } as Members
  const process = `${String(params.process)} over ssh`
  return JSON.stringify({ ...message, params: { ...params, key, process, pid, relay } })
}

/** Undefined for what the host will not understand either. */
function membersOf(line: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? (value as Members) : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
