/** Bringing logins over from a file, step by step: choose, compare, apply, take back. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { ImportPlanView, ImportResultView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { suggestedRows } from '../model/import-verdicts.ts'
import { ask } from './bridge.ts'
import type { ImportStep } from './import-step.ts'
import type { AppStore } from './store.ts'

export interface ImportActions {
  /** With the system's dialog. */
  chooseImport(): Promise<void>
  /** What `import:choose` would have given, for a file that was dropped or whose passphrase is known now. */
  planImport(path: string, passphrase?: string, identityPath?: string): Promise<void>
  /** For the file that asks for one, with the system's dialog. */
  chooseIdentity(): Promise<void>
  dropImport(file: File): Promise<void>
  chooseRow(rowId: string, chosen: boolean): void
  applyImport(): Promise<void>
  undoImport(resultId: string): Promise<void>
  leaveImport(): void
  loadImports(): Promise<void>
}

const NOT_ON_DISK: Failure = {
  code: 'IMPORT_UNREADABLE',
  message: t('What was dropped is not a file on this machine.'),
  hint: t('Save it first, or choose it with the button.'),
}

export function createImportActions(bridge: Bridge, store: AppStore): ImportActions {
  const set = store.setState
  const get = store.getState

  /** @returns whether the person is still at the step they were at when it was asked */
  function move(from: ImportStep, to: ImportStep): boolean {
    if (get().importing !== from) return false
    set({ importing: to })
    return true
  }

  function keep(result: ImportResultView): void {
    const others = (get().imports ?? []).filter(({ id }) => id !== result.id)
    set({ imports: [...others, result].sort((a, b) => b.atMs - a.atMs) })
  }

  function planned(plan: ImportPlanView): ImportStep {
    return { kind: 'plan', plan, chosen: suggestedRows(plan), applying: false }
  }

  function failed(
    failure: Failure,
    path: string | undefined,
    tried: boolean,
    identityPath?: string,
  ): ImportStep {
    const known = identityPath === undefined ? {} : { identityPath }
    if (path === undefined) return { kind: 'idle', failure }
    if (failure.code === 'IDENTITY_NEEDED') return { kind: 'identity', path, busy: false, failure, ...known }
    if (failure.code !== 'PASSPHRASE_NEEDED') return { kind: 'idle', failure }
    return { kind: 'passphrase', path, busy: false, ...known, ...(tried ? { failure } : {}) }
  }

  const actions: ImportActions = {
    async chooseImport() {
      const before = get().importing
      const choosing: ImportStep = { kind: 'choosing' }
      set({ importing: choosing })
      const reply = await ask(bridge, 'import:choose')
      if (!reply.ok) move(choosing, failed(reply.failure, reply.failure.path, false))
      else move(choosing, reply.value ? planned(reply.value) : before)
    },
    async planImport(path, passphrase, identityPath) {
      const before = get().importing
      const known = identityPath === undefined ? {} : { identityPath }
      const step: ImportStep =
        before.kind === 'passphrase' && passphrase !== undefined
          ? { kind: 'passphrase', path, busy: true, ...known }
          : before.kind === 'identity' && identityPath !== undefined
            ? { ...before, ...known, busy: true }
            : { kind: 'reading', path }
      set({ importing: step })
      const reply = await (identityPath === undefined && passphrase === undefined
        ? ask(bridge, 'import:plan', path)
        : identityPath === undefined
          ? ask(bridge, 'import:plan', path, passphrase)
          : ask(bridge, 'import:plan', path, passphrase, identityPath))
      if (reply.ok) move(step, planned(reply.value))
      else if (move(step, failed(reply.failure, path, passphrase !== undefined, identityPath))) {
        set({ announcement: reply.failure.message })
      }
    },
    async chooseIdentity() {
      const asking = get().importing
      if (asking.kind !== 'identity' || asking.busy) return
      const reply = await ask(bridge, 'import:choose-identity')
      if (get().importing !== asking) return
      if (!reply.ok) set({ importing: { ...asking, failure: reply.failure } })
      else if (reply.value !== undefined) await actions.planImport(asking.path, undefined, reply.value)
    },
    async dropImport(file) {
      const path = bridge.pathOf(file)
      if (path !== '') return actions.planImport(path)
      set({ importing: { kind: 'idle', failure: NOT_ON_DISK }, announcement: NOT_ON_DISK.message })
    },
    chooseRow(rowId, chosen) {
      const { importing } = get()
      if (importing.kind !== 'plan' || importing.applying) return
      const others = [...importing.chosen].filter((id) => id !== rowId)
      set({ importing: { ...importing, chosen: new Set(chosen ? [...others, rowId] : others) } })
    },
    async applyImport() {
      const { importing } = get()
      if (importing.kind !== 'plan' || importing.applying || importing.chosen.size === 0) return
      const { failure: _, ...rest } = importing
      const applying: ImportStep = { ...rest, applying: true }
      set({ importing: applying })
      const reply = await ask(bridge, 'import:apply', importing.plan.id, [...importing.chosen])
      if (reply.ok) {
        keep(reply.value)
        move(applying, { kind: 'result', resultId: reply.value.id })
        set({
          announcement: t('{logins} imported.', { logins: counted(reply.value.imported.length, 'login') }),
        })
      } else {
        move(applying, { ...rest, applying: false, failure: reply.failure })
        set({ announcement: reply.failure.message })
      }
    },
    async undoImport(resultId) {
      if (get().undoing.has(resultId)) return
      const { [resultId]: _, ...refused } = get().undoRefused
      set({ undoing: new Set([...get().undoing, resultId]), undoRefused: refused })
      const reply = await ask(bridge, 'import:undo', resultId)
      set({ undoing: new Set([...get().undoing].filter((id) => id !== resultId)) })
      if (reply.ok) {
        keep(reply.value)
        set({ announcement: t('The import was taken back.') })
      } else {
        set({
          undoRefused: { ...get().undoRefused, [resultId]: reply.failure },
          announcement: reply.failure.message,
        })
      }
    },
    leaveImport: () => set({ importing: { kind: 'idle' } }),
    async loadImports() {
      const reply = await ask(bridge, 'imports:get')
      if (reply.ok) set({ imports: reply.value, importsFailure: undefined })
      else set({ importsFailure: reply.failure })
    },
  }
  return actions
}
