/** A changed text into the file or the row that a login stands in, if that is still what was read a moment ago. */
import { AppError } from '../../base/errors.ts'
import { isRecord, parseJson } from '../../base/json.ts'
import type { Ports } from '../../base/ports.ts'
import type { Holder } from '../../model/holder.ts'
import { compareAndWrite } from '../shared/compare-and-write.ts'
import type { ReplaceResult, WriteHow } from '../store.ts'
import { changeLoginRow } from './database/login-row.ts'
import { parseStore, type StoredProfile } from './format.ts'
import { repairState } from './repair-state.ts'
import type { AgentScan } from './scan-agent.ts'

export interface LoginEdit {
  readonly holder: Holder
  edit(text: string): string
  /** Does the text hold what was meant? Asked before anything is written. */
  isRight(written: StoredProfile): boolean
}

/** The text as it would be written. @throws AppError STORE_CORRUPT where it would not hold what was meant */
export function editedText(text: string, { holder, edit, isRight }: LoginEdit): string {
  const next = edit(text)
  const written = parseStore(next)?.profiles.find(({ id }) => id === holder.entry)
  if (written && isRight(written)) return next
  throw new AppError('STORE_CORRUPT', `${holder.path} would not hold the new tokens; it was left as it is.`)
}

/** @throws AppError STORE_CORRUPT, STORE_UNREADABLE, STORE_UNWRITABLE */
export async function writeLogin(
  ports: Pick<Ports, 'clock' | 'databases' | 'files'>,
  found: AgentScan,
  { holder, edit, isRight }: LoginEdit,
  how?: WriteHow,
): Promise<ReplaceResult> {
  const edited = (text: string): string => editedText(text, { holder, edit, isRight })
  if (found.row === undefined) {
    return compareAndWrite(ports.files, holder.path, { before: found.text, text: edited(found.text) }, how)
  }
  edited(found.text) // what cannot be edited is known before anybody waits
  await how?.notBefore?.()
  const before = profileText(found.text, holder.entry)
  const done = await changeLoginRow(ports.databases, holder.path, found.row, ports.clock.now(), (now) => {
    if (now.logins === undefined || profileText(now.logins, holder.entry) !== before) return undefined
    const logins = edited(now.logins)
    return { logins, ...stateAfter(found, holder, now.state) }
  })
  return done ? 'written' : 'changed'
}

/** A login that OpenClaw had lost is set aside there: good tokens alone would not bring it back into use. */
function stateAfter(
  found: AgentScan,
  holder: Holder,
  state: string | undefined,
): { readonly state?: string } {
  const profile = found.profiles.find(({ id }) => id === holder.entry)
  if (!profile?.fence || state === undefined) return {}
  return { state: repairState(state, profile, found.profiles).text }
}

function profileText(text: string, id: string): string | undefined {
  const file = parseJson(text)
  const profiles = isRecord(file) ? file['profiles'] : undefined
  return isRecord(profiles) && Object.hasOwn(profiles, id) ? JSON.stringify(profiles[id]) : undefined
}
