/**
 * Codex's sign-in, asked for through its own app-server: `codex login` would end the stored login before anybody has
 * signed in; this leaves it alone until the new one is there.
 */
import { AppError } from '../../base/errors.ts'
import { isRecord, type JsonRecord, parseJson } from '../../base/json.ts'
import { shownLine } from '../../base/outside-text.ts'
import type { LineChannel } from '../../base/ports.ts'
import { text } from '../../oauth/jwt.ts'
import type { FilePorts } from '../shared/file-store.ts'
import type { AskedLogin } from '../store.ts'
import { APP_SERVER, GREETING } from './app-server.ts'

/** As long as Codex's own codes are good. */
const DEADLINE_MS = 15 * 60_000
const LOGIN = 1
const CANCEL = 2
const TYPES = { browser: 'chatgpt', device: 'chatgptDeviceCode' } as const

export const CODEX_LOGIN_WARNING =
  '`codex login` ends the login that is stored, before anybody has signed in: finish what you begin.'

export async function signInWithCodex(
  { clock, commands }: Pick<FilePorts, 'clock' | 'commands'>,
  how: AskedLogin,
): Promise<void> {
  const server = commands.converse(APP_SERVER)
  const over = new AbortController()
  try {
    await Promise.race([
      conversation(server, how, clock.now()),
      server.closed.then(({ why, code }) => {
        throw notAsked(why ?? (code === undefined ? 'it ended' : `it ended with ${code}`))
      }),
      clock.sleep(DEADLINE_MS, over.signal).then(() => {
        throw new AppError('LOGIN_TIMEOUT', 'Nobody has signed in to Codex in a quarter of an hour.')
      }),
    ])
  } finally {
    over.abort()
    server.close()
  }
}

/** Resolves once Codex says that it has stored the login. */
function conversation(
  server: LineChannel,
  { method, show, signal }: AskedLogin,
  nowMs: number,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const tell = (message: unknown): void => void server.send(JSON.stringify(message))
    let loginId: string | undefined
    const cancel = (): void => {
      if (loginId !== undefined) tell({ id: CANCEL, method: 'account/login/cancel', params: { loginId } })
      reject(new AppError('LOGIN_CANCELLED', 'The sign-in was cancelled.'))
    }
    server.onLine((line) => {
      const message = parseJson(line)
      if (!isRecord(message)) return
      const { id, method: told, result, error, params } = message
      if (id === LOGIN && isRecord(result)) {
        loginId = text(result['loginId'])
        const step = stepOf(result, nowMs)
        if (step) show(step)
        else reject(notAsked('it answered with something that is no sign-in'))
      } else if (id === LOGIN) reject(notAsked(wordsOf(error)))
      else if (told === 'account/login/completed' && isRecord(params)) {
        if (params['success'] === true) resolve()
        else reject(new AppError('LOGIN_DENIED', `Codex has not signed in: ${wordsOf(params['error'])}.`))
      }
    })
    if (signal.aborted) return cancel()
    signal.addEventListener('abort', cancel, { once: true })
    for (const one of GREETING) tell(one)
    tell({ id: LOGIN, method: 'account/login/start', params: { type: TYPES[method] } })
  })
}

function stepOf(result: JsonRecord, nowMs: number): Parameters<AskedLogin['show']>[0] | undefined {
  const [url, page, userCode] = [result['authUrl'], result['verificationUrl'], result['userCode']].map(text)
  if (page !== undefined && userCode !== undefined)
    return { kind: 'device', userCode, verificationUri: page, expiresAtMs: nowMs + DEADLINE_MS }
  if (url === undefined || !URL.canParse(url)) return undefined
  const redirectUri = new URL(url).searchParams.get('redirect_uri') ?? ''
  return { kind: 'browser', url, listening: true, redirectUri } // Codex listens there itself
}

function wordsOf(error: unknown): string {
  const said = text(error) ?? (isRecord(error) ? text(error['message']) : undefined)
  return said === undefined ? 'it does not say why' : shownLine(said)
}

function notAsked(why: string): AppError {
  return new AppError('LOGIN_UNAVAILABLE', `Codex could not be asked to sign in: ${why}.`, {
    hint: `Bring Codex up to date. ${CODEX_LOGIN_WARNING}`,
  })
}
