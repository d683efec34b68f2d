/**
 * Asking Claude Code to refresh: a session that is opened, never spoken to, and kept open until its file has changed. One
 * whose input ends sooner leaves before a slow reply is stored, and the login is lost. Nothing is asked of a model.
 */
import { AppError } from '../../base/errors.ts'
import type { Holder } from '../../model/holder.ts'
import type { FilePorts } from '../shared/file-store.ts'

/** It looks five minutes ahead; a little less, since it takes some seconds to start. */
export const REFRESHES_WITHIN_MS = 4.5 * 60_000
/** Its own request ends after 30 s, and waiting for its locks takes a while. */
const PATIENCE_MS = 45_000
/** Only then is it stopped. */
export const TIMEOUT_MS = 75_000
const GLANCE_MS = 250

const COMMAND = [
  'claude',
  '-p',
  '--input-format',
  'stream-json',
  '--output-format',
  'stream-json',
  '--verbose',
]
const INITIALIZE = { type: 'control_request', request_id: 'lamplighter', request: { subtype: 'initialize' } }

/** @throws AppError NOT_REFRESHABLE */
export async function askToRefresh(
  ports: Pick<FilePorts, 'clock' | 'commands' | 'files'>,
  { path }: Holder,
  signal: AbortSignal,
): Promise<void> {
  const before = await ports.files.read(path)
  const isOver = new AbortController() // the session, by itself
  const mayEnd = new AbortController()
  const session = ports.commands
    .run(COMMAND, {
      input: `${JSON.stringify(INITIALIZE)}\n`,
      inputEndsOn: mayEnd.signal,
      env: { CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1' },
      timeoutMs: TIMEOUT_MS,
      mostBytes: 0, // it names the account
      signal,
    })
    .finally(() => isOver.abort())
  await changed(ports, path, before, isOver.signal)
  mayEnd.abort()
  const { why } = await session
  if (why === undefined) return
  throw new AppError('NOT_REFRESHABLE', `Claude Code could not be asked to renew its login: claude ${why}.`, {
    hint: 'Start Claude Code once; it renews its login by itself.',
  })
}

/** Resolves when the file is another one, or nobody needs to wait any longer. */
async function changed(
  { clock, files }: Pick<FilePorts, 'clock' | 'files'>,
  path: string,
  before: string | undefined,
  isOver: AbortSignal,
): Promise<void> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS && !isOver.aborted; waitedMs += GLANCE_MS) {
    await clock.sleep(GLANCE_MS, isOver)
    if ((await files.read(path)) !== before) return
  }
}
