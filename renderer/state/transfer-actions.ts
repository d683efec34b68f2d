/** The wizard that brings logins over, or sends them: choose, say how, check, apply. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Way } from '../../app/contract/nodes.ts'
import type { LoginRequest } from '../../app/contract/views.ts'
import {
  type Direction,
  oneWay,
  resultHeadline,
  rowState,
  suggestedLogins,
  suggestedWays,
  type Transfer,
  transferOf,
  unagreed,
  undecided,
  wayOf,
} from '../model/transfer-model.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'
import type { Draft, TransferStep } from './transfer-step.ts'

export interface TransferActions {
  /** @param loginIds chosen by whoever opened it: then the first question is how */
  openTransfer(direction: Direction, nodeId: string, loginIds?: readonly string[]): void
  chooseLogins(ids: readonly string[], chosen: boolean): void
  chooseWay(loginId: string, way: Way): void
  /** For as many of the chosen ones as it is possible for. */
  chooseWayForAll(way: Way): void
  /** Back to what is suggested, for all of the chosen ones. */
  suggestWays(): void
  agree(loginId: string, agreed: boolean): void
  /** Goes nowhere while something is missing for it. */
  toTransferStep(kind: 'choose' | 'ways' | 'check'): void
  applyTransfer(): Promise<void>
  leaveTransfer(): void
  /** Shows a login that the transfer began; `request` begins another when it has failed meanwhile. */
  continueSignIn(loginId: string, request: LoginRequest): Promise<void>
}

/** The logins that are to be brought over, in the order shown. */
export function chosenLogins({ transfer, chosen }: Draft): Transfer['logins'] {
  return transfer.logins.filter(({ id }) => chosen.has(id))
}

export function createTransferActions(bridge: Bridge, store: AppStore, now: () => number): TransferActions {
  const set = store.setState
  const get = store.getState

  /** Nothing is changed any more once it is being applied. */
  function edit(change: (draft: Draft) => Partial<Draft>): void {
    const { transfer } = get()
    if (transfer.kind === 'idle' || transfer.kind === 'applying' || transfer.kind === 'result') return
    const { failure: _, ...draft } = transfer
    set({ transfer: { ...draft, ...change(draft) } })
  }

  const actions: TransferActions = {
    openTransfer(direction, nodeId, loginIds) {
      const { nodes, overview, transfer: before } = get()
      const node = nodes?.find(({ id }) => id === nodeId)
      set({ screen: 'nodes', sheetOpen: false })
      if (!node || before.kind === 'applying') return
      const transfer = transferOf(direction, node, overview?.profiles ?? [])
      const ways = suggestedWays(transfer)
      const chosen = loginIds ? new Set(loginIds) : suggestedLogins(transfer)
      const kind = loginIds ? 'ways' : 'choose'
      set({ transfer: { kind, transfer, chosen, ways, agreed: new Set() } })
    },
    chooseLogins(ids, chosen) {
      edit((draft) => {
        const next = new Set(draft.chosen)
        for (const id of ids) {
          if (chosen) next.add(id)
          else next.delete(id)
        }
        return { chosen: next }
      })
    },
    chooseWay(loginId, way) {
      edit(({ ways, agreed }) => ({
        ways: { ...ways, [loginId]: way },
        agreed: new Set([...agreed].filter((id) => id !== loginId)),
      }))
    },
    chooseWayForAll: (way) =>
      edit((draft) => ({ ways: oneWay(chosenLogins(draft), way, draft.ways), agreed: new Set() })),
    suggestWays: () =>
      edit((draft) => ({ ways: { ...draft.ways, ...suggestedWays(draft.transfer) }, agreed: new Set() })),
    agree(loginId, agreed) {
      edit((draft) => {
        const others = [...draft.agreed].filter((id) => id !== loginId)
        return { agreed: new Set(agreed ? [...others, loginId] : others) }
      })
    },
    toTransferStep(kind) {
      const { transfer } = get()
      if (transfer.kind === 'idle' || transfer.kind === 'applying' || transfer.kind === 'result') return
      if (kind !== 'choose' && transfer.chosen.size === 0) return
      if (kind === 'check' && !ready(transfer)) return
      const { failure: _, ...draft } = transfer
      set({ transfer: { ...draft, kind } })
    },
    async applyTransfer() {
      const { transfer: step } = get()
      if (step.kind !== 'check' || !ready(step)) return
      const { failure: _, kind: __, ...draft } = step
      const applying: TransferStep = { ...draft, kind: 'applying', sinceMs: now() }
      set({ transfer: applying })
      const choices = chosenLogins(draft).flatMap((login) => {
        const { id } = login
        const way = draft.ways[id]
        if (way === undefined) return []
        const endpoint = wayOf(login, way)?.endpoint
        return [{ profileId: id, way, ...(endpoint === undefined ? {} : { endpoint }) }]
      })
      const { nodeId, direction } = draft.transfer
      const reply = await ask(bridge, direction === 'bring' ? 'node:bring' : 'node:send', nodeId, choices)
      if (reply.ok) {
        const { logins } = get()
        const states = reply.value.rows.map((row) => rowState(row, logins[row.loginId ?? '']))
        const { title, rest } = resultHeadline(direction, states)
        set({
          transfer: { kind: 'result', transfer: draft.transfer, result: reply.value },
          announcement: `${[title, ...rest].join(', ')}.`,
        })
      } else {
        const { failure } = reply
        set({ transfer: { ...draft, kind: 'check', failure }, announcement: failure.message })
      }
    },
    leaveTransfer() {
      if (get().transfer.kind !== 'applying') set({ transfer: { kind: 'idle' } })
    },
    async continueSignIn(loginId, request) {
      set({ dialog: { kind: 'login', request, loginId } })
      if (get().logins[loginId]) return
      const reply = await ask(bridge, 'logins:get')
      const login = reply.ok ? reply.value.find(({ id }) => id === loginId) : undefined
      if (login) set({ logins: { ...get().logins, [loginId]: login } })
      else if (!reply.ok) set({ dialog: { kind: 'login', request, failure: reply.failure } })
    },
  }
  return actions
}

function ready(draft: Draft): boolean {
  const logins = chosenLogins(draft)
  return (
    logins.length > 0 &&
    undecided(logins, draft.ways).length === 0 &&
    unagreed(logins, draft.ways, draft.agreed).length === 0
  )
}
