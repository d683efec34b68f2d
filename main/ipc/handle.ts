/** The only user of ipcMain: checks who asks, parses what they say, and answers with data, never with a throw. */
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { z } from 'zod'
import { toFailure } from '../../app/base/errors.ts'
import { shownAll } from '../../app/base/outside-text.ts'
import type { Log } from '../../app/base/ports.ts'
import { REQUEST_NAMES, type RequestName, type Requests } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import { argumentError } from './argument-error.ts'
import { requestArguments } from './arguments.ts'

type Result<N extends RequestName> = ReturnType<Requests[N]>

export type Handlers = {
  readonly [N in RequestName]: (...args: Parameters<Requests[N]>) => Result<N> | Promise<Result<N>>
}

export interface Gate {
  readonly ipc: Pick<IpcMain, 'handle'>
  /** What our windows show, while they are there. */
  readonly contents: () => readonly WebContents[]
  /** Is this the address of one of our own pages? */
  readonly isOurPage: (address: string) => boolean
  readonly log: Log
}

export function handleRequests(gate: Gate, handlers: Handlers): void {
  for (const name of REQUEST_NAMES) {
    gate.ipc.handle(name, async (event, ...args: unknown[]) => {
      if (!isOurs(event, gate)) {
        gate.log.warn('a request from a page that is not ours was refused', { request: name })
        throw new Error('refused') // whoever it is has no claim to a Reply
      }
      return answer(name, args, handlers, gate.log)
    })
  }
}

/** The top frame of a window of ours, showing our page: a frame inside it, or a page it was led to, is not ours. */
function isOurs(event: IpcMainInvokeEvent, gate: Gate): boolean {
  const ours = gate.contents().find((contents) => contents === event.sender)
  const frame = event.senderFrame
  if (ours === undefined || ours.isDestroyed() || frame === null) return false
  return frame === ours.mainFrame && gate.isOurPage(frame.url)
}

export async function answer<N extends RequestName>(
  name: N,
  args: readonly unknown[],
  handlers: Handlers,
  log: Log,
): Promise<Reply<Result<N>>> {
  try {
    const schema: z.ZodType<Parameters<Requests[N]>> = requestArguments[name]
    const parsed = schema.safeParse(args)
    if (!parsed.success) throw argumentError(name, schema, parsed.error)
    return { ok: true, value: shownAll(await handlers[name](...parsed.data)) }
  } catch (error) {
    const failure = toFailure(error)
    if (failure.code === 'INTERNAL')
      log.warn('a request failed unexpectedly', { request: name, detail: failure.detail })
    return { ok: false, failure }
  }
}
