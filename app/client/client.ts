/** `lamplighter/client`: tokens for programs, from the Lamplighter that runs on this machine. */
import { basename, join } from 'node:path'
import { createClock } from '../platform/clock.ts'
import { stateFolder as stateFolderOf } from '../platform/state-folder.ts'
import type { Client, ClientOptions, FetchLike } from './api.ts'
import { asLamplighterError } from './client-error.ts'
import { createCommandLine } from './command-line.ts'
import { HostConnection } from './connection.ts'
import { LamplighterError } from './errors.ts'
import { runSteps } from './steps.ts'
import { taskFile } from './task-file.ts'
import { Tokens } from './tokens.ts'
import { Watch } from './watch.ts'
import { refusedToken, withToken } from './with-token.ts'

export type {
  Client,
  ClientOptions,
  Expiring,
  FetchLike,
  Step,
  StepContext,
  StepsOptions,
  Token,
  TokenOptions,
  Usable,
} from './api.ts'
export { LamplighterError, type LamplighterErrorCode } from './errors.ts'

const LOOK_AGAIN_MS = 2_000
/** As long as a host lets anybody wait at once; then it is asked again. */
const UNTIL_SOMEBODY_COMES_MS = 14 * 24 * 60 * 60 * 1000

/** Opens nothing yet: the first question does. */
export function createClient(options: ClientOptions = {}): Client {
  return build(options).client
}

/** A client whose connection stands. @throws LamplighterError `host-absent`, `host-refused` */
export async function connect(options: ClientOptions = {}): Promise<Client> {
  const { client, link } = build(options)
  try {
    if (await link.connect()) return client
  } catch (error) {
    throw asLamplighterError(error)
  }
  throw new LamplighterError('host-absent', 'No Lamplighter is running.', {
    hint: 'Start the application, or: lamplighter serve',
  })
}

function build(options: ClientOptions): { readonly client: Client; readonly link: HostConnection } {
  const env = options.env ?? process.env
  const stateFolder = (): string => stateFolderOf(env as NodeJS.ProcessEnv)
  const link = new HostConnection(stateFolder, options.process ?? basename(process.argv[1] ?? 'node'))
  const words = options.commandLine
  const commandLine = words === false ? undefined : createCommandLine(words, env)
  const tokens = new Tokens(link, commandLine)
  const watch = new Watch(link)

  const get: Tokens['get'] = async (profile, wish) => {
    try {
      return await tokens.get(profile, wish)
    } catch (error) {
      if (error instanceof LamplighterError && error.code === 'needs-login') watch.lost(profile)
      throw error
    }
  }
  const source = {
    get,
    report: (profile: string, accessToken: string) => tokens.report(profile, accessToken),
    release: () => link.mention('release'),
  }
  const steps = {
    folder: () => join(stateFolder(), 'tasks'),
    now: () => Date.now(),
    sleep: (ms: number, signal: AbortSignal | undefined) => createClock().sleep(ms, signal),
    async usableAgain(profile: string, error: LamplighterError, signal: AbortSignal | undefined) {
      const wish = { waitFor: UNTIL_SOMEBODY_COMES_MS, ...(signal ? { signal } : {}) }
      const refused = refusedToken(error)
      // A token that has not lapsed is given out although a server refused it and there will be no other.
      while ((await get(profile, wish)).accessToken === refused)
        await createClock().sleep(LOOK_AGAIN_MS, signal)
    },
  }
  const client: Client = {
    async getToken(profile, wish) {
      const { queued: _, ...token } = await get(profile, wish)
      return token
    },
    withToken: (profile, fetch: FetchLike = globalThis.fetch, wish = {}) =>
      withToken(source, profile, fetch, wish),
    onExpiring: (profile, listener) => watch.on('expiring', profile, listener),
    onUsable: (profile, listener) => watch.on('usable', profile, listener),
    runSteps: (taskId, list, wish = {}) => runSteps(steps, taskId, list, wish),
    forgetTask: (taskId, wish = {}) => taskFile(wish.folder ?? steps.folder(), taskId).forget(),
    close() {
      watch.close()
      link.close()
    },
  }
  return { client, link }
}
