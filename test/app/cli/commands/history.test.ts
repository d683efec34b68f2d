import { describe, expect, it, vi } from 'vitest'
import type { HistoryEventView } from '../../../../app/contract/views.ts'
import { toLine } from '../../../../app/history/event-file.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { atMachine } from '../../../support/at-a-machine.ts'

vi.stubGlobal('LAMPLIGHTER_VERSION', '0.0.0') // the build puts it in

function machine() {
  const here = atMachine()
  const nowMs = here.ports.clock.now()
  const event = (
    part: Partial<HistoryEventView> & Pick<HistoryEventView, 'id' | 'kind'>,
  ): HistoryEventView => ({
    atMs: nowMs - 60_000,
    profileId: 'acme:ada',
    providerId: 'acme',
    account: 'ada@example.test',
    message: `It was ${part.kind}.`,
    askedBy: 'schedule',
    process: 'Lamplighter',
    pid: 10,
    ...part,
  })
  const events = [
    event({ id: 'a', kind: 'repaired', atMs: nowMs - 90_000 }),
    event({ id: 'b', kind: 'refreshed', grant: 'aaaa', successor: 'bbbb' }),
    event({ id: 'c', kind: 'adopted', grant: 'aaaa', successor: 'bbbb', pid: 11, atMs: nowMs - 59_990 }),
    event({ id: 'd', kind: 'repaired', atMs: nowMs - 30_000 }),
  ]
  const month = new Date(nowMs).toISOString().slice(0, 7)
  here.ports.files.put(`${FAKE_PATHS.history}/${month}.jsonl`, events.map(toLine).join(''))
  return here
}

describe('lamplighter history', () => {
  it('tells a race once, with its events set in below it', async () => {
    const { code, out } = await machine().type('history')
    expect(code).toBe(0)
    const kinds = out.split('\n').map((line) => line.slice(21, 31).trimEnd())
    expect(kinds).toEqual(['repaired', 'race', '  adopted', '  renewed', 'repaired'])
    expect(out).toContain(
      'Lamplighter (pid 10) renewed this login. Lamplighter (pid 11) found the new tokens and used them. Nothing to do: everybody has the new tokens.',
    )
  })

  it('tells the races beside the events as JSON', async () => {
    const { events, races } = JSON.parse((await machine().type('history', '--json')).out)
    expect(events.map(({ id }: HistoryEventView) => id)).toEqual(['d', 'c', 'b', 'a'])
    expect(races).toMatchObject([{ profileId: 'acme:ada', eventIds: ['c', 'b'], needsYou: false }])
    expect(races[0].at).toMatch(/^\d{4}-.*Z$/)
  })

  it.each(['99999999999d', `${'9'.repeat(400)}s`])('refuses a time before all dates: %s', async (since) => {
    const { code, err } = await machine().type('history', '--since', since)
    expect(code).toBe(64)
    expect(err).toContain('is longer than a hundred years')
    expect((await machine().type('history', '--since', '36500d')).code).toBe(0)
  })

  it('leaves out a race none of whose events is shown', async () => {
    const { races } = JSON.parse((await machine().type('history', '--limit', '1', '--json')).out)
    expect(races).toEqual([])
  })
})
