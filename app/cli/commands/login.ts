import { AppError } from '../../base/errors.ts'
import type { LoginRequest, LoginView, RemainingStep } from '../../contract/views.ts'
import type { Core } from '../../core.ts'
import { command, type Io, printJson } from '../io/command.ts'
import { countdown, inWords } from '../io/duration.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'
import type { FlagsOf, FlagTable, GeneralFlags } from '../io/flags.ts'
import { qrLines } from '../io/qr.ts'
import { idForIssuer, PROVIDER_FLAGS, providerInput } from './provider-input.ts'

const LOGIN_FLAGS = {
  ...PROVIDER_FLAGS,
  provider: { type: 'string', value: 'ID', help: 'a known provider, for another login of it' },
  mcp: { type: 'string', value: 'URL', help: 'an MCP server, which tells who signs people in for it' },
  on: { type: 'string', value: 'MACHINE', help: 'there, over your ssh, with the browser of this machine' },
  steps: { type: 'boolean', help: 'with --json: each step as a line, as it comes' },
  device: { type: 'boolean', help: 'shows a code instead of opening a browser' },
} as const satisfies FlagTable

type Flags = FlagsOf<typeof LOGIN_FLAGS> & GeneralFlags

/** Of this machine's core, or of another machine. */
interface SignIn {
  on(event: 'login', listener: (view: LoginView) => void): () => void
  readonly logins: {
    cancel(id: string): Promise<unknown>
    ended(id: string): Promise<LoginView>
    paste(id: string, address: string): Promise<unknown>
  }
}

export const login = command({
  name: 'login',
  usage:
    'login PROFILE [{on}] | {provider} | {issuer} [{client-id}] | {mcp} [{client-id}] [{device}] [{json} [{steps}]]',
  summary: 'sign in again, or add a login; a browser opens, or a code is shown with --device',
  examples: [
    'login ada@example.test',
    'login --provider openai-codex --device',
    'login ada@example.test --on T440',
    'login --mcp https://mcp.example.test/v1',
    'login --issuer https://login.acme.example --client-id lamplighter',
  ],
  words: { min: 0, max: 1 },
  completes: 'logins',
  flags: LOGIN_FLAGS,
  async run(core, words, flags, io) {
    const end = await (flags.on === undefined ? here(core, words, flags, io) : there(core, words, flags, io))
    if (end.step.kind === 'done' && flags.mcp !== undefined)
      await giveServer(core, end.step.profileId, flags.mcp, flags, io)
    if (flags.json) printJson(io, { login: end })
    return exitCodeFor(end)
  },
})

async function here(core: Core, words: readonly string[], flags: Flags, io: Io): Promise<LoginView> {
  const request = await requestFrom(core, words, flags)
  return followLogin(core, () => core.logins.start(request), flags, io)
}

/** @throws AppError ARGUMENT_INVALID, NODE_UNREACHABLE, NODE_LACKS */
async function there(core: Core, [login]: readonly string[], flags: Flags, io: Io): Promise<LoginView> {
  if (login === undefined)
    throw new AppError('ARGUMENT_INVALID', 'Say which login of that machine: its name there.')
  const remote = core.nodes.signInThere(flags.on ?? '', login, flags.device)
  return followLogin(
    { on: (event, tell) => remote.on(event, tell), logins: remote },
    () => remote.start(),
    flags,
    io,
  )
}

/** From what there is to do for the person to how it ended. */
export async function followLogin(
  core: SignIn,
  start: () => Promise<LoginView>,
  flags: GeneralFlags & { readonly steps?: boolean },
  io: Io,
): Promise<LoginView> {
  let shown = ''
  const screen = flags.json ? undefined : io.screen
  let untilMs: number | undefined
  const tell = (view: LoginView): void => {
    if (flags.json && flags.steps) printJson(io, { step: view })
    const text = `${textFor(view)}${screen ? '' : lifeOf(view, io.now())}`
    if (text === shown) return
    shown = text
    screen?.note(undefined)
    if (text !== '') (flags.json ? io.err : io.out)(text)
    untilMs = view.step.kind === 'device' ? view.step.expiresAtMs : undefined
    if (screen && view.step.kind === 'device')
      for (const line of qrLines(view.step, screen.columns)) io.out(line)
    wait()
  }
  const wait = (): void => {
    if (untilMs !== undefined) screen?.note(`Waiting, ${countdown(Math.max(0, untilMs - io.now()))} left`)
  }
  const endTicks = screen ? io.everySecond?.(wait) : undefined
  const off = core.on('login', tell)
  try {
    const view = await start()
    tell(view)
    io.onInterrupt(() => void core.logins.cancel(view.id))
    if (isPasted(view)) void takePastes(core, view.id, io)
    return await core.logins.ended(view.id)
  } finally {
    off()
    endTicks?.()
    screen?.note(undefined)
  }
}

async function requestFrom(core: Core, words: readonly string[], flags: Flags): Promise<LoginRequest> {
  const method = flags.device ? { method: 'device' as const } : {}
  const given = [words[0], flags.issuer, flags.provider, flags.mcp].filter((one) => one !== undefined)
  if (given.length !== 1) {
    throw new AppError(
      'ARGUMENT_INVALID',
      'Say what to sign in to: a login, --provider ID, --issuer URL, or --mcp URL.',
    )
  }
  if (words[0] !== undefined) return { profileId: core.profile(words[0]).id, ...method }
  if (flags.provider !== undefined) return { providerId: flags.provider, ...method }
  if (flags.mcp !== undefined)
    return { providerId: (await core.proposeMcpServer(flags.mcp, flags.clientId)).id, ...method }
  const id = idForIssuer(flags.issuer ?? '')
  const added = await core.proposeProvider(providerInput(id, flags))
  return { providerId: added.id, ...method }
}

/** A command that signs in reads what is typed itself. */
function isPasted({ step }: LoginView): boolean {
  return step.kind !== 'program'
}

/** What the server's address gets from now on; see the command `mcp`. */
async function giveServer(
  core: Core,
  profileId: string,
  url: string,
  flags: GeneralFlags,
  io: Io,
): Promise<void> {
  await core.uses.change(profileId, `mcp ${url}`, true)
  if (!flags.json) io.out(`It is for that server from now on. Programs start: lamplighter mcp ${url}`)
}

/** Whoever cannot come back to this machine's loopback address pastes it. */
async function takePastes(core: SignIn, loginId: string, io: Io): Promise<void> {
  for await (const line of io.lines()) {
    if (line.trim() === '') continue
    const view = await core.logins.paste(loginId, line.trim()).catch((error: unknown) => error)
    if (view instanceof AppError) io.err(`${view.message} ${view.hint ?? ''}`.trimEnd())
    else if (view instanceof Error) throw view
  }
}

function textFor(view: LoginView): string {
  const { step } = view
  switch (step.kind) {
    case 'browser': {
      const how = step.listening
        ? 'Your browser should open. If it does not, open this address:'
        : step.redirectUri.startsWith('http:')
          ? `Another program listens on the address ${view.providerName} sends you back to. Open this address:`
          : `Your browser should open, and end on a page that cannot be shown. If it does not open, use this address:`
      const paste = 'If the last page cannot be shown, copy its address from the browser and paste it here.'
      return `${how}\n\n  ${step.url}\n\n${paste}`
    }
    case 'device':
      return `Open ${step.verificationUri} and enter the code\n\n  ${step.userCode}\n`
    case 'program': {
      const where = step.terminal === undefined ? 'Run this in a terminal' : `In ${step.terminal}`
      return [`${where}: ${step.command}`, step.warning].filter(Boolean).join('\n')
    }
    case 'done':
      return [`Signed in as ${step.account} (${step.profileId}).`, ...remaining(step.remains ?? [])].join(
        '\n',
      )
    case 'failed': {
      const { message, hint, detail } = step.failure
      return [message, detail, hint].filter(Boolean).join('\n  ')
    }
    default:
      return ''
  }
}

function remaining(steps: readonly RemainingStep[]): readonly string[] {
  return steps.flatMap(({ what, command }) => [what, ...(command === undefined ? [] : [`  ${command}`])])
}

/** Where nothing can be counted down. */
function lifeOf({ step }: LoginView, nowMs: number): string {
  return step.kind === 'device' ? `\nIt is good for ${inWords(step.expiresAtMs - nowMs)}.` : ''
}

export function exitCodeFor(view: LoginView): ExitCode {
  if (view.step.kind === 'done') return EXIT.ok
  if (view.step.kind !== 'failed') return EXIT.transient
  return NO_PERSON_HELPS[view.step.failure.code] ?? EXIT.needsLogin
}

/** Any other failed sign-in only wants another try by the same person. */
const NO_PERSON_HELPS: Readonly<Record<string, ExitCode>> = {
  LOGIN_UNAVAILABLE: EXIT.cannot,
  CONFIG_INVALID: EXIT.cannot,
  PROVIDER_UNREACHABLE: EXIT.transient,
}
