import { AppError } from '../../base/errors.ts'
import { wantedFor } from '../../config/use.ts'
import { ownCommand } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { createServerAccess } from '../mcp/server-access.ts'

export const mcp = ownCommand({
  name: 'mcp',
  usage: 'mcp URL',
  summary:
    'for programs that start an MCP server: passes their messages to the one at URL, with the token of the login that is for it',
  examples: ['mcp https://mcp.example.test/v1'],
  words: { min: 1, max: 1 },
  flags: {},
  label: ([url = '']) => `lamplighter mcp ${URL.canParse(url) ? new URL(url).host : ''}`.trimEnd(),
  async own({ broker, ports }, [url = ''], _flags, io) {
    const wanted = wantedFor('mcp', [url])
    if (typeof wanted === 'string')
      throw new AppError('ARGUMENT_INVALID', `That is no MCP server: ${wanted}.`)
    const stop = new AbortController()
    io.onInterrupt(() => stop.abort())
    const { bridge } = await import('../mcp/bridge.ts') // the protocol's library, which no other command needs
    await bridge({
      url,
      access: createServerAccess({
        broker,
        url,
        folder: process.cwd(),
        now: io.now,
        sleep: (ms) => ports.clock.sleep(ms),
      }),
      input: process.stdin,
      output: process.stdout,
      fetch,
      signal: stop.signal,
      warn: (line) => io.err(`lamplighter: ${line}`),
    })
    return EXIT.ok
  },
})
