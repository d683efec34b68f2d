import { describe, expect, it } from 'vitest'
import { createFakeBridge, type FakeWorld } from '../../../renderer/preview/fake-bridge.ts'
import { crowdedNode, reachedNode, threeNodes } from '../../../renderer/preview/sample-nodes.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { createActions } from '../../../renderer/state/actions.ts'
import { createAppStore } from '../../../renderer/state/store.ts'

const NOW = 1_770_000_000_000
const LOCKED = { code: 'STORE_LOCKED', message: 'OpenClaw holds its lock.' }
const settled = () => new Promise((resolve) => setImmediate(resolve))

async function connected(more: Partial<FakeWorld> = { nodes: [reachedNode(NOW)] }) {
  const bridge = createFakeBridge({ overview: sampleOverview(NOW, twelve(NOW)), now: () => NOW, ...more })
  const store = createAppStore()
  const actions = createActions(bridge, store, () => NOW)
  actions.connect()
  await settled()
  const asked = (name: string) => bridge.asked.filter((one) => one.name === name).map(({ args }) => args)
  return { bridge, store, actions, asked, get: store.getState }
}

describe('nodes', () => {
  it('come with the first look, and follow what the core tells', async () => {
    const { bridge, get } = await connected()
    expect(get().nodes?.map(({ name }) => name)).toEqual(['T440'])
    bridge.emit('nodes', [])
    expect(get().nodes).toEqual([])
  })

  it('are contacted once they are added', async () => {
    const { actions, asked, get } = await connected({})
    expect(await actions.addNode('  ada@nowhere.invalid ')).toBeUndefined()
    await settled()
    expect(asked('node:add')).toEqual([['ada@nowhere.invalid']])
    expect(asked('node:look')).toEqual([['ada@nowhere.invalid']])
    expect(get().nodes?.[0]?.reach.kind).toBe('unreachable')
    expect(get().announcement).toBe('ada@nowhere.invalid: not reached.')
  })

  it('are refused with the reason, which is read out', async () => {
    const { actions, get } = await connected({})
    expect((await actions.addNode('ssh host'))?.message).toContain('not one word')
    expect(get().announcement).toContain('not one word')
    expect(get().nodes).toEqual([])
  })

  it('are looked at by themselves only where nobody has yet', async () => {
    const unknown = { ...reachedNode(NOW), id: 'new', name: 'new', reach: { kind: 'unknown' } as const }
    const { actions, asked } = await connected({ nodes: [...threeNodes(NOW), unknown] })
    actions.lookAtNewNodes()
    actions.lookAtNewNodes()
    expect(asked('node:look')).toEqual([['new']])
    await settled()
  })

  it('say why a look was refused, until the next one', async () => {
    const { bridge, actions, get } = await connected()
    bridge.refuse('node:look', LOCKED)
    await actions.lookAtNode('ada@t440.lan')
    expect(get().nodeRefused['ada@t440.lan']).toEqual(LOCKED)
    await actions.lookAtNode('ada@t440.lan')
    expect(get().nodeRefused).toEqual({})
    expect(get().looking.size).toBe(0)
  })

  it('are removed after the question, and stay when that fails', async () => {
    const { bridge, actions, asked, get } = await connected()
    actions.askRemoveNode('ada@t440.lan')
    expect(asked('node:remove')).toEqual([])
    bridge.refuse('node:remove', LOCKED)
    await actions.removeNode()
    expect(get().dialog).toMatchObject({ kind: 'remove-node', busy: false, failure: LOCKED })
    await actions.removeNode()
    expect(get()).toMatchObject({ nodes: [], dialog: undefined, announcement: 'T440 is no longer listed.' })
  })
})

describe('taking over', () => {
  it('asks first, and keeps what became of it in the dialog', async () => {
    const { actions, asked, get } = await connected()
    actions.askTakeOver('acme-ada')
    expect(asked('node:take-over')).toEqual([])
    await actions.takeOver()
    expect(asked('node:take-over')).toEqual([['acme-ada']])
    expect(get().dialog).toMatchObject({
      kind: 'take-over',
      busy: false,
      result: { rows: [{ profileId: 'acme-ada' }] },
    })
    expect(get().announcement).toContain('sign in once')
  })

  it('says why it could not, also to someone who has closed the dialog', async () => {
    const { bridge, actions, get } = await connected()
    actions.askTakeOver('acme-ada')
    bridge.refuse('node:take-over', LOCKED)
    await actions.takeOver()
    expect(get().dialog).toMatchObject({ kind: 'take-over', failure: LOCKED })
    bridge.refuse('node:take-over', LOCKED)
    const under = actions.takeOver()
    await actions.closeDialog()
    await under
    expect(get().refused['acme-ada']).toEqual(LOCKED)
  })
})

describe('a transfer', () => {
  it('begins with what is suggested, and asks nothing before it is applied', async () => {
    const { bridge, actions, get } = await connected()
    const before = bridge.asked.length
    actions.openTransfer('bring', 'ada@t440.lan')
    expect(get()).toMatchObject({ screen: 'nodes', transfer: { kind: 'choose' } })
    actions.chooseLogins(['there-borrowed-here'], true)
    actions.toTransferStep('ways')
    actions.toTransferStep('check')
    expect(get().transfer.kind).toBe('check')
    expect(bridge.asked.length).toBe(before)
  })

  it('goes on only when every login has a way and every emergency its tick', async () => {
    const { actions, get } = await connected()
    actions.openTransfer('bring', 'ada@t440.lan', ['there-newer-there'])
    actions.chooseWay('there-newer-there', 'copy')
    actions.toTransferStep('check')
    expect(get().transfer.kind).toBe('ways')
    actions.agree('there-newer-there', true)
    actions.toTransferStep('check')
    expect(get().transfer.kind).toBe('check')
  })

  it('forgets a tick when another way is chosen', async () => {
    const { actions, get } = await connected()
    actions.openTransfer('bring', 'ada@t440.lan', ['there-newer-there'])
    actions.chooseWay('there-newer-there', 'copy')
    actions.agree('there-newer-there', true)
    actions.chooseWay('there-newer-there', 'move')
    actions.chooseWay('there-newer-there', 'copy')
    actions.toTransferStep('check')
    expect(get().transfer.kind).toBe('ways')
  })

  it('needs at least one login', async () => {
    const { actions, get } = await connected()
    actions.openTransfer('bring', 'ada@t440.lan')
    actions.chooseLogins(['there-newer-there', 'there-only-there'], false)
    actions.toTransferStep('ways')
    expect(get().transfer.kind).toBe('choose')
  })

  it('of fifteen is one request, and says how it went', async () => {
    const { actions, asked, get } = await connected({ nodes: [crowdedNode(NOW, 15)] })
    actions.openTransfer('bring', 'ada@t440.lan')
    actions.toTransferStep('ways')
    actions.chooseWayForAll('move')
    actions.toTransferStep('check')
    const under = actions.applyTransfer()
    void actions.applyTransfer()
    expect(get().transfer.kind).toBe('applying')
    await under
    const [[nodeId, choices] = []] = asked('node:bring')
    expect(asked('node:bring')).toHaveLength(1)
    expect(nodeId).toBe('ada@t440.lan')
    expect(choices).toHaveLength(15)
    expect(choices).toContainEqual({ profileId: 'agent-0', way: 'move' })
    expect(choices).toContainEqual({ profileId: 'agent-10', way: 'sign-in' })
    expect(get().transfer.kind).toBe('result')
    expect(get().announcement).toBe('13 of 15 logins brought over, 2 wait for you to sign in.')
  })

  it('opens no dialog for the logins it begins: the person goes to each', async () => {
    const { actions, get } = await connected()
    actions.openTransfer('bring', 'ada@t440.lan', ['there-newer-here'])
    actions.toTransferStep('check')
    await actions.applyTransfer()
    expect(get().dialog).toBeUndefined()
    const { transfer } = get()
    const loginId = transfer.kind === 'result' ? transfer.result.rows[0]?.loginId : undefined
    await actions.continueSignIn(loginId ?? '', { providerId: 'xai' })
    expect(get().dialog).toMatchObject({ kind: 'login', loginId })
  })

  it('asks for a login that it has not heard of', async () => {
    const { bridge, actions, get } = await connected()
    await bridge.request('login:start', { providerId: 'acme' })
    await actions.closeDialog()
    expect(get().logins['login-1']).toBeDefined()
    bridge.refuse('logins:get', LOCKED)
    await actions.continueSignIn('login-9', { providerId: 'acme' })
    expect(get().dialog).toMatchObject({ failure: LOCKED })
  })

  it('goes back to the check when it could not even begin', async () => {
    const { bridge, actions, get } = await connected()
    actions.openTransfer('send', 'ada@t440.lan', ['codex-work'])
    actions.toTransferStep('check')
    bridge.refuse('node:send', LOCKED)
    await actions.applyTransfer()
    expect(get().transfer).toMatchObject({ kind: 'check', failure: LOCKED })
    await actions.applyTransfer()
    expect(get().transfer.kind).toBe('result')
  })

  it('is not replaced or left while it is being applied', async () => {
    const { actions, get } = await connected()
    actions.openTransfer('send', 'ada@t440.lan', ['codex-work'])
    actions.toTransferStep('check')
    const under = actions.applyTransfer()
    actions.leaveTransfer()
    actions.openTransfer('bring', 'ada@t440.lan')
    actions.chooseLogins(['codex-work'], false)
    expect(get().transfer.kind).toBe('applying')
    await under
    actions.leaveTransfer()
    expect(get().transfer.kind).toBe('idle')
  })
})
