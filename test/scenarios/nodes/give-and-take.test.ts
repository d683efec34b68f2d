/** The other directions: sending, taking over, taking back, and what a machine that was visited may not ask. */
import { afterEach, describe, expect, it } from 'vitest'
import { channelPair } from '../../../app/rpc/channel-pair.ts'
import { connectPeer, type RpcHandler } from '../../../app/rpc/peer.ts'
import { MODEL_ENDPOINT } from '../../fakes/model-provider.ts'
import { FAKE_PATHS } from '../../fakes/ports.ts'
import { Fleet, type FleetMachine, HOUR, PROFILE } from '../../support/fleet.ts'

const SECOND = 'acme:grace@example.test'
const AGENT = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
let fleet: Fleet

interface Pair {
  readonly here: FleetMachine
  readonly there: FleetMachine
}

async function two(): Promise<Pair> {
  fleet = new Fleet()
  const [here, there] = await fleet.two('here', 'there')
  await fleet.run(here.core.nodes.add('there', 'T440'))
  return { here, there }
}

afterEach(() => fleet.close())

function modes(machine: FleetMachine): readonly string[] {
  return machine.core.overview().profiles.map(({ owner }) => owner.mode)
}

async function settled(...machines: readonly FleetMachine[]): Promise<void> {
  await fleet.clock.advance(1_000)
  for (const machine of machines) await machine.core.look()
}

describe('nodes.send', () => {
  it.each([
    { way: 'move', mine: 'borrowed', theirs: 'own' },
    { way: 'borrow', mine: 'own', theirs: 'borrowed' },
  ] as const)('sends a login: $way', async ({ way, mine, theirs }) => {
    const { here, there } = await two()
    await here.seed()
    const { rows } = await fleet.run(here.core.nodes.send('there', [{ profileId: PROFILE, way }]))
    expect(rows).toMatchObject([{ profileId: PROFILE, message: expect.stringContaining('On T440:') }])
    await settled(here, there)
    expect([modes(here), modes(there)]).toEqual([[mine], [theirs]])
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
  })

  it('says where a sign-in has to be made', async () => {
    const { here } = await two()
    await here.seed()
    const { rows } = await fleet.run(here.core.nodes.send('there', [{ profileId: PROFILE, way: 'sign-in' }]))
    expect(rows).toMatchObject([{ failure: { hint: `Run there: lamplighter login ${PROFILE}` } }])
  })

  it('leaves one owner wherever it is cut, and ends it at the next contact', async () => {
    for (let message = 0; ; message++) {
      const { here, there } = await two()
      await here.seed()
      there.scissors.after = message
      await fleet
        .run(here.core.nodes.send('there', [{ profileId: PROFILE, way: 'move' }]))
        .catch(() => undefined)
      const isCut = there.scissors.count > message
      expect(Number(await here.canSpend()) + Number(await there.canSpend())).toBeLessThanOrEqual(1)
      there.scissors.after = undefined
      await here.reboot()
      await there.reboot()
      await fleet.run(here.core.nodes.look('there'))
      await settled(here, there)
      expect(Number(await here.canSpend()) + Number(await there.canSpend()), `message ${message}`).toBe(1)
      for (const machine of [here, there]) {
        for (const { id, can } of machine.core.overview().profiles) {
          if (can.refresh) await fleet.run(machine.core.refresh(id))
        }
      }
      expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
      await fleet.close()
      if (!isCut) break
    }
  })

  it('tells a borrower it visits of every new token, as long as this host runs', async () => {
    const { here, there } = await two()
    await here.seed()
    await fleet.run(here.core.nodes.send('there', [{ profileId: PROFILE, way: 'borrow' }]))
    await here.reboot(true)
    await fleet.clock.advance(HOUR)
    await settled(there)
    const mine = await fleet.run(here.core.token(PROFILE))
    expect((await fleet.run(there.core.token(PROFILE))).accessToken.expose()).toBe(mine.accessToken.expose())
    expect(mine.accessToken.expose()).toBe('CANARY-access-2')
  })
})

describe('nodes.bring', () => {
  it('brings all that config.json says of a provider', async () => {
    const { here, there } = await two()
    const more = {
      redirect: { host: 'localhost', port: 7001, path: '/back' },
      refreshParams: { audience: 'x' },
    }
    for (const [machine, providers] of [
      [there, { acme: { tokenEndpoint: MODEL_ENDPOINT, clientId: 'client-1', ...more } }],
      [here, {}],
    ] as const) {
      machine.files.put(
        FAKE_PATHS.config,
        JSON.stringify({ providers, nodes: [{ destination: 'there', name: 'T440' }] }),
      )
      await machine.reboot()
    }
    await there.seed()
    const choice = { profileId: PROFILE, way: 'copy', endpoint: MODEL_ENDPOINT } as const
    await fleet.run(here.core.nodes.bring('there', [choice]))
    const { providers } = JSON.parse(here.files.text(FAKE_PATHS.config) ?? '')
    expect(Object.values(providers)).toEqual([
      expect.objectContaining({ ...more, tokenEndpoint: MODEL_ENDPOINT, from: 'T440' }),
    ])
  })

  it('brings no login whose tokens are bound to a key over there', async () => {
    const { here, there } = await two()
    const acme = { tokenEndpoint: MODEL_ENDPOINT, clientId: 'client-1', dpop: true }
    there.files.put(FAKE_PATHS.config, JSON.stringify({ providers: { acme } }))
    await there.reboot()
    await there.seed()
    for (const way of ['move', 'copy'] as const) {
      const { rows } = await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way }]))
      expect(rows).toMatchObject([{ failure: { message: expect.stringContaining('bound to a key') } }])
    }
  })

  it('lets each login succeed or fail alone', async () => {
    const { here, there } = await two()
    await there.seed()
    await there.seed(SECOND, { access: 'CANARY-access-second', refresh: 'CANARY-refresh-second' })
    const { rows } = await fleet.run(
      here.core.nodes.bring('there', [
        { profileId: 'acme:nobody@example.test', way: 'move' },
        { profileId: SECOND, way: 'borrow' },
        { profileId: PROFILE, way: 'move' },
      ]),
    )
    expect(rows[0]).toMatchObject({ failure: { code: 'PROFILE_UNKNOWN' } })
    expect(rows[1]?.failure).toBeUndefined()
    expect(rows[2]?.failure).toBeUndefined()
    expect(modes(here).toSorted()).toEqual(['borrowed', 'own'])
  })

  it('keeps the files of an OpenClaw usable where the login was moved away, and serves them', async () => {
    const { here, there } = await two()
    await there.seedAgents(['main', 'cron'])
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    await settled(here, there)
    for (const agent of ['main', 'cron']) {
      expect(there.agent(agent)).toMatchObject({
        access: 'CANARY-access-2', // asked for right away: some providers end the old one
        refresh: '<kept by Lamplighter on here>',
        type: 'oauth',
      })
    }
    expect(there.core.profile(PROFILE)).toMatchObject({
      owner: { mode: 'borrowed', refreshedBy: 'here' },
      status: { kind: 'held', by: 'here', expired: false },
    })
    expect(await there.canSpend()).toBe(false)
  })

  it('gives a file the token that it missed, as soon as its new owner is there again', async () => {
    const { here, there } = await two()
    await there.seedAgents(['main', 'cron'])
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    await settled(here, there)
    const text = there.files.text(AGENT) ?? ''
    there.files.put(AGENT, text.replace('CANARY-access-2', 'CANARY-access-1')) // as if it had died before this one
    await here.reboot()
    await fleet.run(here.core.nodes.look('there'))
    await settled(here, there)
    for (const agent of ['main', 'cron'])
      expect(there.agent(agent)).toMatchObject({ access: 'CANARY-access-2' })
  })

  it('serves them also where the machine has a name that the files cannot spell', async () => {
    const { here, there } = await two()
    await there.seedAgents(['main'])
    await fleet.run(there.core.nodes.add('here', 'Ada’s 👩‍💻 <home>'))
    await fleet.run(there.core.nodes.trust('here'))
    await fleet.run(there.core.nodes.look('here'))
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    await settled(here, there)
    expect(there.core.profile(PROFILE)).toMatchObject({ owner: { refreshedBy: 'Ada’s 👩‍💻 <home>' } })
    expect(there.agent('main')).toMatchObject({
      access: 'CANARY-access-2',
      refresh: '<kept by Lamplighter on Ada’s 👩💻 home>',
    })
  })

  it('does not let an older copy of the file that is put back be spent', async () => {
    const { here, there } = await two()
    await there.seedAgents(['main'])
    const path = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
    const older = there.files.text(path) ?? ''
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    there.files.put(path, older)
    await there.core.look()
    expect(await there.canSpend()).toBe(false)
    await fleet.run(there.core.refresh(PROFILE, { askedBy: 'person' })) // here is asked
    expect(there.agent('main')).toMatchObject({
      access: 'CANARY-access-2',
      refresh: '<kept by Lamplighter on here>',
    })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('gives no refresh token up that stands alone in a file, where it could not be put back', async () => {
    const { here, there } = await two()
    await there.seedAgents(['main', 'cron'])
    const path = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
    there.files.put(path, (there.files.text(path) ?? '').replace('CANARY-access-1', ''))
    await halfMoved(here)
    await fleet.run(there.core.nodes.takeOver(PROFILE).catch(() => undefined))
    expect(there.agent('main')).toMatchObject({ refresh: 'CANARY-refresh-1' })
    expect(await there.canSpend()).toBe(true)
    await fleet.run(there.core.refresh(PROFILE, { askedBy: 'person' }))
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    expect([await here.canSpend(), await there.canSpend()]).toEqual([true, false])
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
  })

  it('takes nothing over into a file that it cannot write', async () => {
    const { here, there } = await two()
    await there.seed()
    await here.seedAgents(['main'])
    const path = '/home/ada/.openclaw/agents/main/agent/auth-profiles.json'
    const text = here.files.text(path) ?? ''
    here.files.delete(path)
    here.files.put(path, text, 0o400)
    const { rows } = await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    expect(rows).toMatchObject([{ failure: { code: 'STORE_READ_ONLY' } }])
    await settled(here, there)
    expect([modes(here), modes(there)]).toEqual([['shared'], ['own']])
    expect(await there.canSpend()).toBe(true)
  })
  it.each(['vault', 'agents'] as const)(
    'keeps a sign-in that was made after a move was cut in the middle of giving up, in the %s',
    async (place) => {
      const { here, there } = await two()
      const seed = (tokens?: { access: string; refresh: string }): Promise<void> =>
        place === 'vault' ? there.seed(PROFILE, tokens) : there.seedAgents(['main'])
      await seed()
      there.files.before = (operation, path) => {
        if (operation !== 'createExclusive' || !path.includes('/journal/')) return
        there.scissors.after = there.scissors.count
        throw new Error('killed')
      }
      await fleet
        .run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
        .catch(() => undefined)
      there.files.before = () => undefined
      there.scissors.after = undefined
      expect([here.moves('in'), there.moves('out')]).toMatchObject([
        [{ state: 'committing' }],
        [{ state: 'committing' }],
      ])
      await there.reboot()
      if (place === 'vault')
        await there.seed(PROFILE, { access: 'CANARY-access-9', refresh: 'CANARY-refresh-9' })
      else there.files.put(AGENT, (there.files.text(AGENT) ?? '').replaceAll('-1"', '-9"'))
      await there.core.look()
      const anew = there.ports.random.fingerprint('CANARY-refresh-9')
      expect(there.core.profile(PROFILE).fingerprint).toBe(anew)
      await fleet.run(here.core.nodes.look('there'))
      await settled(here, there)
      expect(there.core.profile(PROFILE)).toMatchObject({ fingerprint: anew, can: { refresh: true } })
    },
  )

  it('gives nothing up while a refresh there has no answer yet', async () => {
    const { here, there } = await two()
    await there.seed()
    fleet.provider.faults.push('lost-after')
    await fleet.run(there.core.refresh(PROFILE))
    const { rows } = await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    expect(rows).toMatchObject([
      { failure: { code: 'STORE_CHANGED', hint: expect.stringContaining('nothing was given up') } },
    ])
    expect(here.moves('in')).toEqual([])
    expect(there.core.profile(PROFILE)).toMatchObject({ owner: { mode: 'own' } })
  })

  it('makes the provider known where it was not', async () => {
    const { here, there } = await two()
    await there.seed()
    here.files.put(FAKE_PATHS.config, JSON.stringify({ nodes: [{ destination: 'there' }] }))
    await here.reboot()
    const [view] = (await fleet.run(here.core.nodes.look('there'))).profiles
    expect(view?.ways.find(({ way }) => way === 'move')?.consequence).toContain(MODEL_ENDPOINT)
    const endpoint = view?.ways.find(({ way }) => way === 'move')?.endpoint ?? ''
    const choice = { profileId: PROFILE, way: 'move', endpoint } as const
    const { rows } = await fleet.run(here.core.nodes.bring('there', [choice]))
    expect(rows[0]?.message).toContain('owns it now')
    expect(JSON.parse(here.files.text(FAKE_PATHS.config) ?? '')).toMatchObject({
      providers: {
        [here.core.profile(PROFILE).providerId]: {
          tokenEndpoint: MODEL_ENDPOINT,
          clientId: 'client-1',
          from: 'there',
        },
      },
    })
  })

  it('sends a refresh token to no server but the one it comes from', async () => {
    const { here, there } = await two()
    await there.seed()
    const other = { tokenEndpoint: 'https://other.test/token', clientId: 'client-1' }
    here.files.put(
      FAKE_PATHS.config,
      JSON.stringify({ providers: { acme: other }, nodes: [{ destination: 'there' }] }),
    )
    await here.reboot()
    const { rows } = await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    expect(rows).toMatchObject([
      { failure: { code: 'CONFIG_INVALID', message: expect.stringContaining('another') } },
    ])
    expect([await here.canSpend(), await there.canSpend()]).toEqual([false, true])
  })

  it('asks for nothing that the source could not give', async () => {
    const { here, there } = await two()
    await there.seed()
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'borrow' }]))
    await settled(there)
    await fleet.run(there.core.nodes.add('here'))
    const { rows } = await fleet.run(there.core.nodes.bring('here', [{ profileId: PROFILE, way: 'move' }]))
    expect(rows).toMatchObject([{ failure: { code: 'NOT_REFRESHABLE' } }])
  })
})

describe('nodes.takeOver', () => {
  it('makes a half moved login ours when its key has come', async () => {
    const { here, there } = await two()
    await there.seed()
    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'borrow' }]))
    const record = await halfMoved(here)
    expect(record).toBe('received')
    await there.shutDown()
    await here.reboot()
    const { rows } = await fleet.run(here.core.nodes.takeOver(PROFILE))
    expect(rows).toMatchObject([{ way: 'move', message: expect.stringContaining('owns it now') }])
    expect(here.core.profile(PROFILE)).toMatchObject({ owner: { mode: 'own' } })
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('takes a move back once the other machine says that it has not used it', async () => {
    const { here, there } = await two()
    await there.seed()
    await halfMoved(here)
    expect(await there.canSpend()).toBe(false)
    await there.core.look()
    expect(there.core.profile(PROFILE).warnings).toMatchObject([{ code: 'MOVE_UNFINISHED' }])
    const { rows } = await fleet.run(there.core.nodes.takeOver(PROFILE))
    expect(rows).toMatchObject([{ message: 'Taken back: here has not used it and cannot use it any more.' }])
    expect([await here.canSpend(), await there.canSpend()]).toEqual([false, true])
    await fleet.run(here.core.nodes.look('there'))
    await settled(here, there)
    expect([await here.canSpend(), await there.canSpend()]).toEqual([false, true])
    expect(here.moves('in').filter(({ state }) => state !== 'finished')).toEqual([])

    await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }])) // and once more, whole
    expect([await here.canSpend(), await there.canSpend()]).toEqual([true, false])
    expect(fleet.provider).toMatchObject({ requests: 1, reuses: 0 })
  })

  it('takes no move back while nobody knows whether it was used', async () => {
    const { here, there } = await two()
    await there.seed()
    await halfMoved(here)
    await here.shutDown()
    await expect(fleet.run(there.core.nodes.takeOver(PROFILE))).rejects.toMatchObject({
      code: 'NODE_UNREACHABLE',
      hint: expect.stringContaining('--force'),
    })
    expect(await there.canSpend()).toBe(false)
    await here.boot()
    await fleet.run(here.core.nodes.look('there'))
    await settled(here, there)
    expect([await here.canSpend(), await there.canSpend()]).toEqual([true, false])
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
  })

  it('takes it back in an emergency, and says what that may cost', async () => {
    const { here, there } = await two()
    await there.seed()
    await halfMoved(here)
    await here.shutDown()
    const { rows } = await fleet.run(there.core.nodes.takeOver(PROFILE, { emergency: true }))
    expect(rows).toMatchObject([{ message: expect.stringContaining('ends the login on both machines') }])
    expect(await there.canSpend()).toBe(true)
    await fleet.run(there.core.refresh(PROFILE))
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
  })

  it('takes nothing back that was given away while it asked', async () => {
    const { here, there } = await two()
    await there.seed()
    let goOn = (): void => undefined
    const held = new Promise<void>((resolve) => (goOn = resolve))
    there.files.before = (operation, path) =>
      operation === 'createExclusive' && path.includes('/journal/') ? held : undefined
    const moving = here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }])
    await fleet.clock.advance(1_000)
    expect(there.moves('out')).toMatchObject([{ state: 'committing' }])
    here.files.before = async (operation, path) => {
      if (operation === 'makeFolder' && path.includes('/backups/')) await here.ports.clock.sleep(5_000)
    }
    const taking = there.core.nodes.takeOver(PROFILE).catch((error: unknown) => error)
    await fleet.clock.advance(100)
    goOn()
    await fleet.run(Promise.allSettled([moving, taking]))
    await there.core.look()
    await fleet.run(there.core.refresh(PROFILE, { askedBy: 'person' }))
    expect(fleet.provider).toMatchObject({ reuses: 0, revoked: false })
    expect([await here.canSpend(), await there.canSpend()]).toEqual([true, false])
    expect(await taking).toMatchObject({ code: 'ARGUMENT_INVALID' })
  })

  it('refuses what nobody else owns', async () => {
    const { here } = await two()
    await here.seed()
    await expect(fleet.run(here.core.nodes.takeOver(PROFILE))).rejects.toMatchObject({
      code: 'ARGUMENT_INVALID',
    })
  })
})

/** A move whose key came, and no more: the disk of the target was full. @returns the state of its record */
async function halfMoved(here: FleetMachine): Promise<string | undefined> {
  let isFull = false
  here.files.before = (operation, path) => {
    if (path.includes('/moves/') && operation === 'writeAtomic') isFull = true
    if (isFull && /\/(backups|journal)\//.test(path) && operation !== 'read') throw new Error('killed')
  }
  await fleet
    .run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'move' }]))
    .catch(() => undefined)
  here.files.before = () => undefined
  return here.moves('in').find(({ state }) => state !== 'finished')?.state
}

describe('a machine that is only looked at', () => {
  it('gets none of our logins, whatever it asks over the wire that we opened', async () => {
    const { here } = await two()
    await here.seed()
    let asked: Promise<PromiseSettledResult<unknown>[]> | undefined
    const hello = {
      protocol: 1,
      version: '9',
      host: 'lamplighter serve',
      hostname: 'evil',
      pid: 1,
      sinceMs: 0,
    }
    const me = { machine: 'a-machine-of-evil', hostname: 'evil', fingerprintKey: 'AAAA' }
    here.ports.ssh.machines.set('there', (wire) => {
      const peer = connectPeer(
        wire,
        new Map<string, RpcHandler>([
          ['hello', async () => hello],
          ['node.hello', async () => me],
          [
            'node.profiles',
            async () => {
              const move = 'move-of-evil'
              asked = Promise.allSettled([
                peer.call('node.token', { profile: PROFILE, validForMs: 0 }),
                peer.call('node.copy', { profile: PROFILE }),
                peer.call('node.move.prepare', { move, profile: PROFILE }),
                peer.call('node.move.commit', { move }),
                peer.call('node.profiles', { ours: [] }),
                peer.call('node.take', { choices: [] }),
                peer.call('token', { profile: PROFILE }),
                peer.call('overview'),
              ])
              return { logins: [], lineage: {} }
            },
          ],
        ]),
      )
    })
    await fleet.run(here.core.nodes.look('there'))
    const answers = (await asked) ?? []
    expect(answers).toHaveLength(8)
    const text = JSON.stringify(answers)
    expect(text).not.toContain('CANARY')
    for (const [index, answer] of answers.entries()) {
      if (index === 3) expect(answer).toMatchObject({ status: 'fulfilled', value: { refused: 'unknown' } })
      else expect(answer.status, text).toBe('rejected')
    }
    expect(await here.canSpend()).toBe(true)
  })

  it('is answered nothing before it is known who it is', async () => {
    const { here } = await two()
    await here.seed()
    const [near, far] = channelPair()
    here.ports.ssh.machines.set('there', (wire) => {
      const peer = connectPeer(wire, new Map())
      void peer.call('node.token', { profile: PROFILE, validForMs: 0 }).then(
        (value) => near.send(JSON.stringify(value)),
        (error: Error) => near.send(error.message),
      )
    })
    const heard = new Promise<string>((resolve) => far.onLine(resolve))
    await fleet.run(here.core.nodes.look('there'))
    expect(await heard).not.toContain('CANARY')
  })
})

describe('a machine that comes for a login', () => {
  const gave = async (machine: FleetMachine) =>
    (await fleet.run(machine.core.history({}))).filter(({ kind }) => kind === 'withheld')

  it.each(['borrow', 'copy', 'move'] as const)(
    'is asked about where a person wants that: %s',
    async (way) => {
      const { here, there } = await two()
      await there.seed()
      await fleet.run(there.core.changeSettings({ consent: { all: true } }))
      const bring = () => fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way }]))
      expect((await bring()).rows).toMatchObject([{ failure: { code: 'CONSENT_NEEDED' } }])
      expect(modes(here)).toEqual([])
      const [refused] = await gave(there)
      const name = /^Somebody has to allow "(.+)" to use/.exec(refused?.message ?? '')?.[1] ?? ''
      await fleet.run(there.core.consent.set({ name, isKnown: false }, PROFILE, false))
      expect((await bring()).rows).toMatchObject([{ failure: { code: 'HOST_REFUSED' } }])
      await fleet.run(there.core.consent.set({ name, isKnown: false }, PROFILE, true))
      await bring()
      await settled(here)
      expect(modes(here)).toHaveLength(1)
      expect(there.core.askers.list().map(({ program }) => program)).toContain(name)
    },
  )

  it('gets what it borrowed while the screen is locked: nobody sits there', async () => {
    const { here, there } = await two()
    await there.seed()
    await fleet.run(there.core.changeSettings({ withholdWhileLocked: true }))
    there.core.setScreenLocked(true)
    const { rows } = await fleet.run(here.core.nodes.bring('there', [{ profileId: PROFILE, way: 'borrow' }]))
    expect(rows[0]?.failure).toBeUndefined()
  })

  it('that was sent a loan by a person gets it without a question, and not once they say never', async () => {
    const { here, there } = await two()
    await here.seed()
    await fleet.run(here.core.changeSettings({ consent: { all: true } }))
    await fleet.run(here.core.nodes.send('there', [{ profileId: PROFILE, way: 'borrow' }]))
    await settled(there)
    expect(modes(there)).toEqual(['borrowed'])
    expect(here.core.consent.questions()).toEqual([])
    await fleet.run(here.core.consent.set({ name: 'T440', isKnown: false }, PROFILE, false))
    await here.reboot(true)
    await fleet.clock.advance(HOUR)
    await settled(there)
    expect((await gave(here))[0]).toMatchObject({ askedBy: 'T440 (another machine)' })
  })
})
