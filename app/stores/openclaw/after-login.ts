/** After a sign-in was written: the rest of what OpenClaw keeps about the profile, file by file. Call under the locks. */
import { messageOf } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { folderOf, join } from '../../base/path.ts'
import type { Ports } from '../../base/ports.ts'
import type { RemainingStep } from '../../contract/views.ts'
import type { Holder } from '../../model/holder.ts'
import { setMember } from '../shared/json-edit.ts'
import type { AfterLogin } from '../store.ts'
import { changeLoginRow, type RowKind, rowKindOf } from './database/login-row.ts'
import { entryOf } from './entry.ts'
import { parseStore, type StoredProfile } from './format.ts'
import { SHARED } from './locate.ts'
import { type ReadStore, readStore } from './read-file.ts'
import { adviceOn, repairState } from './repair-state.ts'
import { agentIdOf, type FindProvider } from './scan-agent.ts'

const GATEWAY: RemainingStep = {
  what: 'If OpenClaw is running, it may still use the old login until its gateway is restarted.',
  command: 'openclaw gateway restart',
}

const LOST: RemainingStep = {
  what: 'If OpenClaw is running, its gateway still takes the login for lost; a Lamplighter that keeps running tells it.',
  command: 'openclaw secrets reload',
}

type RepairPorts = Pick<Ports, 'clock' | 'databases' | 'files'>

interface Repair {
  readonly done: readonly string[]
  /** What we do not change, or could not. */
  readonly left: readonly string[]
}

/** By sentence: the agents that it is true of; none for what they share. */
type Said = Map<string, string[]>

/**
 * Never throws for one file's trouble: the tokens are stored, and that is said instead.
 * @param wasLost OpenClaw had put a fence in the place of what was written
 */
export async function repairAfterLogin(
  ports: RepairPorts,
  find: FindProvider,
  holders: readonly Holder[],
  wasLost: boolean,
): Promise<AfterLogin> {
  const done: Said = new Map()
  const left: Said = new Map()
  for (const holder of holders) {
    const row = rowKindOf(holder.path)
    const repairing = row ? repairRow(ports, holder, row) : repairOne(ports, find, holder)
    const repair = await repairing.catch((error: unknown): Repair => {
      const why = `What OpenClaw remembers of the old login could not be put right: ${messageOf(error)}`
      return { done: [], left: [why] }
    })
    note(done, repair.done, holder)
    note(left, repair.left, holder)
  }
  const remains = sentencesOf(left).map((what) => ({ what }))
  // A running gateway looks into its database at the next turn, but for what it lost; and into a file at its start.
  const isInRows = holders.every(({ path }) => rowKindOf(path))
  const told = [...(wasLost ? [LOST] : []), ...(isInRows ? [] : [GATEWAY])]
  return { repaired: sentencesOf(done), remains: [...remains, ...told] }
}

function note(said: Said, sentences: readonly string[], holder: Holder): void {
  const agent = agentIdOf(holder)
  for (const sentence of sentences) {
    said.set(sentence, [...(said.get(sentence) ?? []), ...(agent === SHARED ? [] : [agent])])
  }
}

function sentencesOf(said: Said): readonly string[] {
  return [...said].map(([sentence, agents]) =>
    agents.length > 0 ? `${sentence} (${agents.join(', ')})` : sentence,
  )
}

async function repairRow(ports: RepairPorts, holder: Holder, kind: RowKind): Promise<Repair> {
  let repair: Repair = { done: [], left: [] }
  await changeLoginRow(ports.databases, holder.path, kind, ports.clock.now(), ({ logins, state }) => {
    const all = parseStore(logins ?? '')?.profiles ?? []
    const profile = all.find(({ id }) => id === holder.entry)
    if (!profile || state === undefined) return undefined
    const repaired = repairState(state, profile, all)
    repair = { done: repaired.done, left: adviceOn(repaired.text, profile, all) }
    return { state: repaired.text }
  })
  return repair
}

async function repairOne(ports: RepairPorts, find: FindProvider, holder: Holder): Promise<Repair> {
  const store = await readStore(ports, holder.path)
  const profile = store?.profiles.find(({ id }) => id === holder.entry)
  if (!store || !profile) return { done: [], left: [] }
  const account = entryOf(profile, { holder, provider: find(profile.provider), writable: true }).account
  const known: StoredProfile = { ...profile, account }
  const inStore = repairState(withAccount(store, known), known, store.profiles)
  if (inStore.text !== store.text) await ports.files.writeAtomic(holder.path, inStore.text)
  const statePath = join(folderOf(holder.path), 'auth-state.json')
  const stateText = await ports.files.read(statePath)
  if (stateText === undefined)
    return { done: inStore.done, left: adviceOn(inStore.text, known, store.profiles) }
  if (parseJson(stateText) === undefined)
    return { done: inStore.done, left: [`${statePath} is not understood and was left alone.`] }
  const inState = repairState(stateText, known, store.profiles)
  if (inState.text !== stateText) await ports.files.writeAtomic(statePath, inState.text)
  const done = [...new Set([...inStore.done, ...inState.done])]
  return { done, left: adviceOn(inState.text, known, store.profiles) }
}

/** OpenClaw tells copies of one account apart by these two: filled in from the new tokens where they are missing. */
function withAccount(store: ReadStore, { id, account }: StoredProfile): string {
  const before = store.profiles.find((profile) => profile.id === id)?.account ?? {}
  let text = store.text
  if (!before.id && account.id) text = setMember(text, ['profiles', id, 'accountId'], account.id)
  if (!before.email && account.email) text = setMember(text, ['profiles', id, 'email'], account.email)
  return text
}
