/** Doors as rows: what guests asked at each. Pure. */
import type { AskerView } from '../../app/contract/consumers.ts'
import type { DoorView } from '../../app/contract/doors.ts'
import { t } from '../../app/words/t.ts'
import { type Asked, summed } from './program-rows.ts'

export interface DoorRow {
  readonly door: DoorView
  readonly asked: Asked
}

export function doorRows(doors: readonly DoorView[], askers: readonly AskerView[]): readonly DoorRow[] {
  return doors.map((door) => ({ door, asked: summed(askers.filter((asker) => asksAt(asker, door))) }))
}

/** At any of the doors. */
export function asksAtDoor(asker: AskerView, doors: readonly DoorView[]): boolean {
  return doors.some((door) => asksAt(asker, door))
}

function asksAt({ program, login }: AskerView, { asksAs, logins }: DoorView): boolean {
  return program === asksAs && logins.some(({ id }) => id === login)
}

/** Where guests ask. */
export function doorPlace({ at }: DoorView): string {
  return 'socket' in at ? at.socket : `127.0.0.1:${at.port}`
}

/** The same in few words. */
export function doorWay({ at }: DoorView): string {
  return 'socket' in at ? t('through a mounted folder') : t('through port {port}', { port: String(at.port) })
}

/** "ada@example.test and 2 more" */
export function doorLogins({ logins }: DoorView): string {
  const [first] = logins
  const name = first?.account ?? first?.id ?? ''
  return logins.length > 1 ? t('{name} and {count} more', { name, count: logins.length - 1 }) : name
}
