/** What cannot be connected, and what a try is told to lack: in the words of whoever has to mend it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

const CLAUDE = `${FAKE_PATHS.userHome}/.claude.json`
const PIP = `${FAKE_PATHS.userHome}/.config/pip/pip.conf`

let machine: MemoryMachine
let here: Booted
beforeEach(async () => {
  machine = new MemoryMachine({ agents: ['main'] })
  machine.write({ ...machine.first, expires: machine.clock.now() + HOUR })
  here = await machine.start(false)
  here.ports.programs.own = ['/bin/lamplighter']
})
afterEach(() => machine.run(here.core.close()))

const request = (consumer: string, ...answers: string[]) => ({ consumer, login: PROFILE, answers })
const plan = (consumer: string, ...answers: string[]) =>
  machine.run(here.core.connections.plan(request(consumer, ...answers)))
async function connect(consumer: string, ...answers: string[]) {
  const { id } = await plan(consumer, ...answers)
  return machine.run(here.core.connections.connect(request(consumer, ...answers), id))
}

describe('an MCP server of Claude Code', () => {
  const http = { type: 'http', url: 'https://mcp.example.test/mcp' }

  it.each([
    [
      undefined,
      `Claude Code has no MCP server "tickets" in ${CLAUDE}.`,
      /^Add it first: claude mcp add --scope user/,
    ],
    [
      { mcpServers: { other: http } },
      `Claude Code has no MCP server "tickets" in ${CLAUDE}.`,
      /^Add it first/,
    ],
    [
      { mcpServers: { tickets: { command: 'tickets' } } },
      'Claude Code starts the MCP server "tickets" as a command.',
      /over HTTP/,
    ],
    [
      { projects: { '/home/ada/work': { mcpServers: { tickets: http } } } },
      'Claude Code has the MCP server "tickets" in one project only.',
      /--scope user/,
    ],
  ])('of %j is not connected, and it is said why', async (settings, message, hint) => {
    if (settings) machine.files.put(CLAUDE, JSON.stringify(settings))
    await expect(plan('claude-code-mcp', 'tickets')).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
      message,
      hint: expect.stringMatching(hint),
    })
  })

  it('is connected where all projects have it', async () => {
    machine.files.put(CLAUDE, JSON.stringify({ mcpServers: { tickets: http } }))
    expect((await plan('claude-code-mcp', 'tickets')).use).toBe('mcp https://mcp.example.test/mcp')
  })
})

describe('a second connection where there is room for one', () => {
  it('names the first, and how it is taken out', async () => {
    await connect('pip', 'https://one.example.test/simple/')
    await expect(plan('pip', 'https://two.example.test/simple/')).rejects.toMatchObject({
      code: 'STORE_READ_ONLY',
      hint: expect.stringMatching(
        /there is room for one\. Disconnect the other first: lamplighter disconnect pip registry one\.example\.test\/simple$/,
      ),
    })
  })

  it('that somebody else wrote is for a person to take out', async () => {
    machine.files.put(PIP, '[global]\nindex-url = https://one.example.test/simple/\n')
    await expect(plan('pip', 'https://two.example.test/simple/')).rejects.toMatchObject({
      hint: expect.stringContaining('Take that out first'),
    })
  })
})

describe('AWS without a region', () => {
  it('is told to lack one, and not a token', async () => {
    here.ports.programs.installed.add('aws')
    here.ports.commands.prints.set('/usr/bin/aws', () => ({
      code: 253,
      output: 'You must specify a region.',
    }))
    const { proof } = await connect('aws', 'dev', 'arn:aws:iam::123456789012:role/dev')
    expect(proof).toMatchObject({
      isProven: false,
      message: 'The AWS CLI knows no region for the profile dev, and so asks nobody.',
      detail: 'Choose one: aws configure set region eu-central-1 --profile dev',
    })
  })
})
