/** OpenClaw uses a login that Lamplighter keeps: what its command line is told, in which order, and how it is undone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandEnd } from '../../../../app/base/ports.ts'
import { Secret } from '../../../../app/model/secret.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { agentFile, type Booted, HOUR, MemoryMachine, PROFILE } from '../../../support/memory-machine.ts'

const THEIRS = 'openai:lamplighter-ada-example.test'
const USE = `audience openclaw:${THEIRS}`
const OWN = { words: ['/opt/node', "/opt/it's here.cjs"], env: { LAMPLIGHTER_HOME: '/home/ada/lamp' } }
const WRAPPER = `${FAKE_PATHS.state}/openclaw-secrets`
const REQUEST = { login: PROFILE, agent: 'main' }

let machine: MemoryMachine
let here: Booted
/** Every plan that was applied, as it stood in its file. */
let plans: Record<string, unknown>[]
/** By the words after `openclaw`: what it prints, or how it ends. */
let answers: Record<string, string | Partial<CommandEnd>>

beforeEach(async () => {
  machine = new MemoryMachine({ keptBy: 'vault' })
  await machine.writeVault({ ...machine.first, expires: machine.clock.now() + HOUR })
  here = await machine.start(false)
  plans = []
  answers = { 'models auth order get': '{"order": null}' }
  here.ports.commands.prints.set('openclaw', (_, [, ...words]) => {
    const [what, verb, , path = ''] = words
    if (what === 'secrets' && verb === 'apply') plans.push(JSON.parse(machine.files.text(path) ?? ''))
    return Object.entries(answers).find(([start]) => words.join(' ').startsWith(start))?.[1] ?? ''
  })
})
afterEach(() => machine.run(here.core.close()))

const use = () => machine.run(here.core.openclaw.use(REQUEST, OWN))
const end = () => machine.run(here.core.openclaw.end(REQUEST))
const asked = () => here.ports.commands.runs.map(({ words }) => words.slice(1, 5).join(' '))
/** What `--provider openai --agent main` is followed by. */
const orderSet = () => here.ports.commands.runs.find(({ words }) => words[4] === 'set')?.words.slice(9)
const uses = () => here.core.uses.list()

describe('OpenClawSink', () => {
  it('counts as allowed by whoever lends it a login of which they want to be asked, unless they said never', async () => {
    const helper = { name: 'lamplighter helper openclaw', isKnown: false }
    const ask = { program: helper, login: PROFILE, use: USE, askedBy: 'OpenClaw' }
    const give = () => machine.run(here.core.handOut(ask, () => 'given'))
    await machine.run(here.core.changeSettings({ consent: { all: true } }))
    await expect(give()).rejects.toMatchObject({ code: 'CONSENT_NEEDED' })
    await machine.run(here.core.consent.set(helper, PROFILE, false))
    await expect(use()).rejects.toMatchObject({ code: 'HOST_REFUSED' })
    expect([asked(), uses()]).toEqual([[], []])
    await machine.run(here.core.consent.takeBack(helper, PROFILE))
    await use()
    expect(await give()).toBe('given')
    expect(await machine.run(here.core.consent.list())).toMatchObject([{ program: helper, isAllowed: true }])
  })

  it('gives OpenClaw a program to ask, and a profile that says so', async () => {
    expect(await use()).toEqual({ login: PROFILE, profile: THEIRS, agent: 'main', gateway: 'told' })
    expect(plans).toEqual([
      {
        version: 1,
        protocolVersion: 1,
        providerUpserts: {
          'lamplighter-logins': {
            source: 'exec',
            command: WRAPPER,
            jsonOnly: true,
            timeoutMs: 30_000,
            passEnv: ['HOME', 'PATH'],
          },
        },
        targets: [
          {
            type: 'auth-profiles.token.token',
            path: `profiles.${THEIRS}.token`,
            pathSegments: ['profiles', THEIRS, 'token'],
            agentId: 'main',
            authProfileProvider: 'openai',
            ref: { source: 'exec', provider: 'lamplighter-logins', id: `openclaw:${THEIRS}` },
          },
        ],
      },
    ])
    expect(uses()).toEqual([{ login: PROFILE, use: USE }])
    expect(machine.files.mode(WRAPPER)).toBe(0o700)
    expect(machine.files.text(WRAPPER)).toContain(
      `export LAMPLIGHTER_HOME='/home/ada/lamp'\nexec '/opt/node' '/opt/it'\\''s here.cjs' 'helper' 'openclaw'\n`,
    )
    expect((await machine.files.list(FAKE_PATHS.state)).filter((name) => name.includes('plan'))).toEqual([])
  })

  it('has it preferred to what OpenClaw has for the provider, and leaves no order behind', async () => {
    const eve = { type: 'token', provider: 'openai', token: 'CANARY-token-1' }
    const text = JSON.stringify({ version: 1, profiles: { 'openai:eve': eve } })
    machine.files.put(agentFile('main'), text)
    await machine.run(here.core.look())
    await use()
    expect(orderSet()).toEqual([THEIRS, 'openai:eve'])
    answers['models auth order get'] = '{"order": ["openai:eve"]}'
    await end()
    expect(asked()).toContain('models auth order clear')
  })

  it('leaves an order that says something', async () => {
    answers['models auth order get'] = '{"order": ["openai:key", "openai:other"]}'
    await use()
    expect(orderSet()).toEqual([THEIRS, 'openai:key', 'openai:other'])
    await end()
    expect(asked()).not.toContain('models auth order clear')
  })

  it('is undone to the last of it', async () => {
    await use()
    await end()
    expect(asked().slice(-4)).toEqual([
      `models auth logout ${THEIRS}`,
      'models auth order get',
      expect.stringContaining('secrets apply --from '),
      'secrets reload --json',
    ])
    expect(plans.at(-1)).toEqual({
      version: 1,
      protocolVersion: 1,
      targets: [],
      providerDeletes: ['lamplighter-logins'],
    })
    expect(uses()).toEqual([])
    expect(machine.files.text(WRAPPER)).toBeUndefined()
    await expect(end()).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('says first what it changes and what ending it changes, and changes nothing', async () => {
    const plan = () => machine.run(here.core.openclaw.plan(REQUEST))
    const before = await plan()
    expect(before).toMatchObject({ ...REQUEST, isEnd: false, profile: THEIRS })
    expect(before.changes.map(({ where }) => where)).toEqual([
      WRAPPER,
      'OpenClaw’s configuration',
      'OpenClaw’s agent main',
      FAKE_PATHS.config,
    ])
    expect(here.ports.commands.runs).toEqual([])
    await use()
    const after = await plan()
    expect(after.isEnd).toBe(true)
    expect(after.changes.map(({ where }) => where).sort()).toEqual(
      before.changes.map(({ where }) => where).sort(),
    )
  })

  it('names the logins that it could be used for where OpenClaw is, and the used ones wherever it is', async () => {
    expect(here.core.openclaw.logins()).toEqual([])
    here.ports.programs.installed.add('openclaw')
    expect(here.core.openclaw.logins()).toEqual([{ login: PROFILE, isUsed: false }])
    here.ports.programs.installed.delete('openclaw')
    await use()
    expect(here.core.openclaw.logins()).toEqual([{ login: PROFILE, isUsed: true }])
  })

  it('is undone where somebody has taken the profile out of OpenClaw already', async () => {
    await use()
    answers['models auth logout'] = {
      code: 1,
      output: `Auth profile "${THEIRS}" not found for agent "main".`,
    }
    await end()
    expect(uses()).toEqual([])
  })

  it('stays where OpenClaw does not let go of it', async () => {
    await use()
    answers['models auth logout'] = { code: 1, output: 'Saved credentials could not be removed.' }
    await expect(end()).rejects.toMatchObject({ code: 'COMMAND_FAILED' })
    expect(uses()).toEqual([{ login: PROFILE, use: USE }])
  })

  it('leaves nothing where OpenClaw refuses', async () => {
    answers['secrets apply'] = { code: 1, output: 'Invalid plan' }
    await expect(use()).rejects.toMatchObject({ code: 'COMMAND_FAILED' })
    expect(uses()).toEqual([])
    expect(machine.files.text(WRAPPER)).toBeUndefined()
  })

  it('takes out what it had put there when a later step fails', async () => {
    answers['models auth order get'] = { code: 1, output: 'busy' }
    await expect(use()).rejects.toMatchObject({ code: 'COMMAND_FAILED' })
    expect(asked()).toContain(`models auth logout ${THEIRS}`)
    expect(uses()).toEqual([])
  })

  it('stays in use where it was in use before', async () => {
    await use()
    answers['secrets apply'] = { code: 1, output: 'busy' }
    await expect(use()).rejects.toMatchObject({ code: 'COMMAND_FAILED' })
    expect(uses()).toEqual([{ login: PROFILE, use: USE }])
    expect(machine.files.text(WRAPPER)).toBeDefined()
  })

  it('is told by whichever name config.json has the use', async () => {
    await machine.run(here.core.uses.change(PROFILE, USE, true))
    const config = JSON.parse(machine.files.text(FAKE_PATHS.config) ?? '')
    const renamed = { ...config, uses: { 'ada@example.test': [USE] } }
    machine.files.put(FAKE_PATHS.config, JSON.stringify(renamed))
    await machine.run(here.core.close())
    here = await machine.start(false)
    await end()
    expect(uses()).toEqual([])
  })

  it('says what to do where there is no OpenClaw', async () => {
    answers = { '': { why: 'is not there' } }
    await expect(use()).rejects.toMatchObject({
      code: 'COMMAND_FAILED',
      message: expect.stringContaining('is not there'),
    })
  })

  describe('on Windows', () => {
    beforeEach(() => Object.defineProperty(here.ports.process, 'platform', { value: 'win32' }))
    const useWith = (command: string, env = {}) =>
      machine.run(here.core.openclaw.use(REQUEST, { words: [command, 'C:\\lamp.cjs'], env }))

    it('names Node.js itself, since no script could be started', async () => {
      await useWith('C:\\Program Files\\nodejs\\node.exe', { LAMPLIGHTER_HOME: 'C:\\lamp' })
      expect(plans[0]?.['providerUpserts']).toEqual({
        'lamplighter-logins': {
          source: 'exec',
          command: 'C:\\Program Files\\nodejs\\node.exe',
          args: ['C:\\lamp.cjs', 'helper', 'openclaw'],
          env: { LAMPLIGHTER_HOME: 'C:\\lamp' },
          passEnv: ['APPDATA', 'LOCALAPPDATA', 'PATH', 'SystemRoot', 'USERPROFILE'],
          jsonOnly: true,
          timeoutMs: 30_000,
        },
      })
      expect(machine.files.text(WRAPPER)).toBeUndefined()
    })

    it('refuses what is no program, and begins nothing', async () => {
      await expect(useWith('C:\\lamplighter.cmd')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
      expect([uses(), asked()]).toEqual([[], []])
    })
  })

  it('is content where no gateway runs', async () => {
    answers['secrets reload'] = { code: 1, output: 'Gateway not reachable at ws://127.0.0.1:18789' }
    expect(await use()).toMatchObject({ gateway: 'not-running' })
  })

  it('refuses a provider for which OpenClaw takes no token, and a login that OpenClaw has', async () => {
    await machine.run(here.core.addKey({ id: 'acme:ci' }, new Secret('CANARY-key-1')))
    const other = machine.run(here.core.openclaw.use({ ...REQUEST, login: 'acme:ci' }, OWN))
    await expect(other).rejects.toMatchObject({ code: 'NOT_REFRESHABLE' })
    const theirs = new MemoryMachine({ keptBy: 'openclaw' })
    const booted = await theirs.start(false)
    const used = theirs.run(booted.core.openclaw.use(REQUEST, OWN))
    await expect(used).rejects.toMatchObject({
      code: 'NOT_REFRESHABLE',
      message: `OpenClaw has ${PROFILE} already.`,
    })
    await theirs.run(booted.core.close())
  })
})
