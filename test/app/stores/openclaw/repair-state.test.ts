import { describe, expect, it } from 'vitest'
import { CODEX, codexProfile, holderAt, makePlace } from '../../../support/openclaw.ts'

const OTHER = 'openai-codex:default'
const RESTING = {
  lastUsed: 5,
  cooldownUntil: 6,
  cooldownReason: 'auth',
  cooldownModel: 'm',
  disabledUntil: 7,
  disabledReason: 'auth_permanent',
  errorCount: 3,
  failureCounts: { auth: 3 },
  lastFailureAt: 4,
}

const state = (good: string, more: object = {}): Record<string, unknown> => ({
  order: { xai: ['xai:default'] },
  lastGood: { xai: 'xai:default', 'openai-codex': good },
  usageStats: { 'xai:default': RESTING, [CODEX]: RESTING },
  ...more,
})

const mended = (good = CODEX, more: object = {}): Record<string, unknown> => ({
  order: { xai: ['xai:default'] },
  lastGood: { xai: 'xai:default', 'openai-codex': good },
  usageStats: { 'xai:default': RESTING, [CODEX]: { lastUsed: 5, errorCount: 0 } },
  ...more,
})

describe('OpenClaw, after a sign-in', () => {
  it('ends the profile’s rest and makes it the preferred one, in auth-state.json', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    place.write(
      JSON.stringify({ version: 1, ...state('openai-codex:gone') }, null, 2),
      'main',
      'auth-state.json',
    )
    const said = await place.store().afterLogin([holderAt(place)])
    expect(place.text('main', 'auth-state.json')).toBe(JSON.stringify({ version: 1, ...mended() }, null, 2))
    expect(said.repaired.join('\n')).toContain('aside after failures')
    expect(said.repaired.join('\n')).toContain('now prefers')
    expect(said.remains).toEqual([
      { what: expect.stringContaining('gateway'), command: 'openclaw gateway restart' },
    ])
  })

  it('does the same in auth-profiles.json, where older OpenClaws keep it', async () => {
    const place = makePlace()
    const profiles = { [CODEX]: codexProfile() }
    place.put(profiles, 'main', state('openai-codex:gone'))
    await place.store().afterLogin([holderAt(place)])
    expect(place.text()).toBe(`${JSON.stringify({ version: 1, profiles, ...mended() }, null, 2)}\n`)
  })

  it.each([
    ['an older profile of the same account', codexProfile({ access: 'a', refresh: 'b' }), CODEX],
    ['another person’s profile', codexProfile({ accountId: 'account-2' }), OTHER],
  ])('decides about %s that was the preferred one', async (_, other, good) => {
    const place = makePlace()
    place.put({ [OTHER]: other, [CODEX]: codexProfile() })
    place.write(JSON.stringify(state(OTHER)), 'main', 'auth-state.json')
    await place.store().afterLogin([holderAt(place)])
    expect(place.json('main', 'auth-state.json').lastGood).toEqual({
      xai: 'xai:default',
      'openai-codex': good,
    })
  })

  it('says what it leaves for the person to decide', async () => {
    const place = makePlace()
    place.put({ [OTHER]: codexProfile({ access: 'a', refresh: 'b' }), [CODEX]: codexProfile() })
    place.write(JSON.stringify({ order: { 'openai-codex': [OTHER] } }), 'main', 'auth-state.json')
    const before = place.text()
    const said = JSON.stringify((await place.store().afterLogin([holderAt(place)])).remains)
    expect(said).toContain(`leaves ${CODEX} out`)
    expect(said).toContain(`${OTHER} is another login of the same account`)
    expect(place.text()).toBe(before)
  })

  it('fills in the account where the file had none', async () => {
    const place = makePlace()
    const claims = { 'https://api.openai.com/auth': { chatgpt_account_id: 'account-9' } }
    const access = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`
    const { accountId: _, ...profile } = codexProfile({ access })
    place.put({ [CODEX]: profile })
    await place.store().afterLogin([holderAt(place)])
    expect(place.json().profiles[CODEX]).toEqual({ ...profile, accountId: 'account-9' })
  })

  it('says the same thing about many agents once', async () => {
    const place = makePlace()
    const agents = ['main', 'ops', 'web']
    for (const agent of agents) place.put({ [CODEX]: codexProfile() }, agent, state(CODEX))
    const said = await place.store().afterLogin(agents.map((agent) => holderAt(place, agent)))
    expect(said.repaired).toEqual([expect.stringContaining('(main, ops, web)')])
    expect(said.remains).toHaveLength(1)
  })

  it('says so when the state file is broken, and leaves it', async () => {
    const place = makePlace()
    place.put({ [CODEX]: codexProfile() })
    place.write('{"CANARY', 'main', 'auth-state.json')
    const said = JSON.stringify(await place.store().afterLogin([holderAt(place)]))
    expect(said).toContain('not understood')
    expect(said).not.toContain('CANARY')
    expect(place.text('main', 'auth-state.json')).toBe('{"CANARY')
  })
})
