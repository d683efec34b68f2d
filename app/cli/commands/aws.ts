import { AppError } from '../../base/errors.ts'
import { startAwsEndpoint } from '../aws-endpoint.ts'
import { keysFor } from '../helpers/aws.ts'
import { type OwnCommand, ownCommand } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

export const aws: OwnCommand = ownCommand({
  name: 'aws',
  usage:
    'aws PROFILE role ARN [{port}] [-- COMMAND...] | aws PROFILE sso REGION ACCOUNT ROLE [{port}] [-- COMMAND...]',
  summary:
    'runs COMMAND with a container credentials endpoint, from which AWS SDKs get fresh keys as long as it runs; without a COMMAND, prints what others need in their environment and goes on until it is ended',
  examples: [
    'aws dev role arn:aws:iam::123456789012:role/dev -- terraform apply',
    'aws dev sso eu-west-1 123456789012 Admin',
  ],
  words: { min: 3, max: 5 },
  flags: {
    port: { type: 'string', value: 'PORT', help: 'of the endpoint; any free one where it is not said' },
  },
  takesCommand: true,
  async own({ broker, ports, command, children }, words, flags, io) {
    const stop = new AbortController()
    io.onInterrupt(() => stop.abort())
    const folder = process.cwd()
    const endpoint = await startAwsEndpoint(
      () =>
        keysFor({
          words,
          folder,
          env: (name) => ports.process.env(name),
          ask: (name, params) => broker.ask(name, params),
          http: ports.http,
        }).finally(() => broker.close()), // between two questions lie hours
      { port: portOf(flags.port), now: () => ports.clock.now() },
    )
    try {
      if (command) {
        if (!children) throw new AppError('ARGUMENT_INVALID', 'Nothing can be run from here.')
        return stop.signal.aborted ? EXIT.transient : await children.run(command, endpoint.env)
      }
      for (const [name, value] of Object.entries(endpoint.env)) io.out(`${name}=${value}`)
      if (!stop.signal.aborted)
        await new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }))
      return EXIT.ok
    } finally {
      await endpoint.close()
    }
  },
})

function portOf(said: string | undefined): number {
  if (said === undefined) return 0
  const port = Number(said)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new AppError('ARGUMENT_INVALID', `"${said}" is no port.`, { hint: 'A number from 1 to 65535.' })
}
