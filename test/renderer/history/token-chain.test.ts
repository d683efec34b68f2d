import { describe, expect, it } from 'vitest'
import type { HistoryEventView } from '../../../app/contract/views.ts'
import { lineage, shortPrint } from '../../../renderer/history/token-chain.ts'
import { sampleEvent } from '../../../renderer/preview/sample-crowd.ts'
import { sampleProfile } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
const profile = sampleProfile(NOW)

function step(atMs: number, grant: string | undefined, successor: string): HistoryEventView {
  const { grant: _, successor: __, ...event } = sampleEvent(`e${atMs}`, profile, 'refreshed', atMs)
  return { ...event, successor, ...(grant === undefined ? {} : { grant }) }
}

const prints = (events: readonly HistoryEventView[], present = 'c') =>
  lineage(events, profile.id, present).map((one) => one.fingerprint)

describe('lineage', () => {
  it('follows the chain back to the login it began with', () => {
    const events = [step(3, 'b', 'c'), step(2, 'a', 'b'), step(1, undefined, 'a')]
    expect(prints(events)).toEqual(['c', 'b', 'a'])
    expect(lineage(events, profile.id, 'c').at(-1)?.event?.atMs).toBe(1)
  })

  it('ends where the history does', () => {
    expect(prints([step(3, 'b', 'c')])).toEqual(['c', 'b'])
    expect(lineage([step(3, 'b', 'c')], profile.id, 'c').at(-1)?.event).toBeUndefined()
    expect(prints([])).toEqual(['c'])
  })

  it('takes a refresh that kept the same refresh token for no step', () => {
    expect(prints([step(4, 'c', 'c'), step(3, 'b', 'c')])).toEqual(['c', 'b'])
  })

  it('credits whoever brought a token, not those who adopted it afterwards', () => {
    const adopted: HistoryEventView = { ...step(4, 'b', 'c'), kind: 'adopted' }
    const kinds = (events: readonly HistoryEventView[]) =>
      lineage(events, profile.id, 'c').map((one) => one.event?.kind)
    expect(kinds([adopted, step(3, 'b', 'c')])).toEqual(['refreshed', undefined])
    expect(kinds([step(3, 'b', 'c'), adopted])).toEqual(['refreshed', undefined])
    expect(kinds([adopted])).toEqual(['adopted', undefined])
  })

  it('does not go in circles, nor into the chain of another login', () => {
    expect(prints([step(3, 'b', 'c'), step(2, 'c', 'b')])).toEqual(['c', 'b'])
    expect(lineage([step(3, 'b', 'c')], 'other', 'c')).toHaveLength(1)
  })

  it('tells the tokens apart by four digits', () => {
    expect(shortPrint('7c1fa90e44d2')).toBe('7c1f')
  })
})
