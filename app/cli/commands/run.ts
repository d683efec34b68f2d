import { AppError } from '../../base/errors.ts'
import { type OwnCommand, ownCommand } from '../io/command.ts'
import { parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import { createTokenFile, keepRenewed } from './token-file.ts'

export const run: OwnCommand = ownCommand({
  name: 'run',
  usage: 'run PROFILE [{env}] [{file}] [{for}] -- COMMAND...',
  summary:
    'runs COMMAND with a working access token in the variable NAME, or in the file PATH, which is renewed while it runs',
  examples: ['run ada@example.test --env API_TOKEN -- my-program --its-own flags'],
  words: { min: 1, max: 1 },
  completes: 'logins',
  flags: {
    env: { type: 'string', value: 'NAME', help: 'the variable that holds the token' },
    file: { type: 'string', value: 'PATH', help: 'the file that holds it, renewed while the command runs' },
    for: { type: 'string', value: '30m', help: 'how long it has to be good, at least' },
  },
  takesCommand: true,
  async own({ broker, ports, command, children }, [profile = ''], flags, io) {
    const { env: name, file: path } = flags
    if (!command || !children) {
      throw new AppError('ARGUMENT_INVALID', 'Say what to run.', { hint: `lamplighter ${run.usage}` })
    }
    if (name === undefined && path === undefined) {
      throw new AppError('ARGUMENT_INVALID', 'Say where the token goes: --env NAME, or --file PATH.')
    }
    if (name !== undefined && !/^[A-Za-z_]\w*$/.test(name))
      throw new AppError('ARGUMENT_INVALID', `"${name}" is not the name of an environment variable.`)
    const stop = new AbortController()
    io.onInterrupt(() => stop.abort())
    /** Between two questions lie hours: nobody is kept for us so long. */
    const ask = (validForMs: number) =>
      broker.ask('token', { profile, validForMs }).finally(() => broker.close())
    const wishMs = flags.for === undefined ? undefined : parseDuration(flags.for)
    const token = await ask(wishMs ?? 0)
    if (stop.signal.aborted) return EXIT.transient
    const env = name === undefined ? {} : { [name]: token.accessToken }
    if (path === undefined) return children.run(command, env)

    const file = createTokenFile(ports, path)
    await file.write(token.accessToken)
    const renewing = keepRenewed(
      { ask, file, clock: ports.clock, wishMs, signal: stop.signal, warn: io.err },
      token,
    )
    try {
      return stop.signal.aborted ? EXIT.transient : await children.run(command, env)
    } finally {
      stop.abort()
      await renewing
      await file.remove()
    }
  },
})
