/** What is typed to found a fleet, and what is asked of that. Pure. */
import type { FleetFounding } from '../../app/contract/fleet.ts'
import { hostOfAddress, isAddressOnlyHere, isOnlyHere } from '../../app/contract/only-here.ts'
import { t } from '../../app/words/t.ts'

export interface FoundingDraft {
  readonly name: string
  readonly machine: string
  readonly where: 'here' | 'there'
  readonly host: string
  readonly port: string
  readonly members: string
  readonly user: string
  readonly password: string
  readonly ca: string
}

export const EMPTY_FOUNDING: FoundingDraft = {
  name: '',
  machine: '',
  where: 'here',
  host: '',
  port: '',
  members: '',
  user: '',
  password: '',
  ca: '',
}

export type FoundingErrors = Partial<Record<keyof FoundingDraft, string | undefined>>

export function foundingErrors(draft: FoundingDraft): FoundingErrors {
  const errors: FoundingErrors = {}
  if (draft.name.trim() === '') errors.name = t('Give it a name that people know it by.')
  if (draft.where === 'here') {
    if (draft.port.trim() !== '' && !isPort(draft.port)) errors.port = t('A number from 1 to 65534.')
    return errors
  }
  const members = membersOf(draft)
  if (members.length === 0 || !members.every(isAddress))
    errors.members = t('Addresses that begin with https:// (etcd) or postgres:// (PostgreSQL).')
  if (draft.password === '') errors.password = t('The password of that user.')
  return errors
}

/** What founds a fleet that no other machine can join. */
export function foundingWarnings(draft: FoundingDraft): FoundingErrors {
  if (draft.where === 'here') return isOnlyHere(draft.host) ? { host: onlyHere(draft.host.trim()) } : {}
  const address = membersOf(draft).find(isAddressOnlyHere)
  return address === undefined ? {} : { members: onlyHere(hostOfAddress(address)) }
}

function onlyHere(host: string): string {
  return t('No other machine reaches this one as {host}: on each of them that means itself.', { host })
}

export function foundingOf(draft: FoundingDraft): FleetFounding {
  const about = { name: draft.name.trim(), ...given({ machine: draft.machine }) }
  if (draft.where === 'here') {
    const port = draft.port.trim() === '' ? {} : { port: Number(draft.port) }
    return { ...about, register: { kind: 'here', ...given({ host: draft.host }), ...port } }
  }
  const members = membersOf(draft)
  const { password } = draft
  const user = draft.user.trim() || usualUser(draft)
  return { ...about, register: { kind: 'there', members, user, password, ...given({ ca: draft.ca }) } }
}

/** Who may make users there, where nobody said another. */
export function usualUser(draft: FoundingDraft): string {
  return membersOf(draft).some((one) => one.startsWith('postgres')) ? 'postgres' : 'root'
}

function membersOf({ members }: FoundingDraft): readonly string[] {
  return members.split(/[\s,]+/).filter((one) => one !== '')
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && /^(https|postgres|postgresql):\/\//.test(text)
}

function isPort(text: string): boolean {
  const port = Number(text)
  return Number.isInteger(port) && port > 0 && port < 65_535
}

function given<K extends string>(texts: Readonly<Record<K, string>>): Partial<Record<K, string>> {
  const said = Object.entries<string>(texts).filter(([, text]) => text.trim() !== '')
  return Object.fromEntries(said.map(([key, text]) => [key, text.trim()])) as Partial<Record<K, string>>
}
