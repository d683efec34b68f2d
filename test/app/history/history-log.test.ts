import { describe, expect, it } from 'vitest'
import type { HistoryEventView } from '../../../app/contract/views.ts'
import { createHistoryLog } from '../../../app/history/history-log.ts'
import { settle } from '../../fakes/clock.ts'
import { createFakePorts, FAKE_PATHS } from '../../fakes/ports.ts'
import { FakeRandom } from '../../fakes/random.ts'

const FOLDER = FAKE_PATHS.history

function event(atMs: number, part: Partial<HistoryEventView> = {}): Omit<HistoryEventView, 'id'> {
  return {
    atMs,
    kind: 'refreshed',
    profileId: 'codex:ada',
    providerId: 'openai-codex',
    account: 'ada@example.test',
    message: 'Refreshed.',
    askedBy: 'schedule',
    process: 'Lamplighter',
    pid: 4711,
    ...part,
  }
}

const JANUARY = Date.UTC(2026, 0, 31, 23, 59, 59, 999)
const FEBRUARY = JANUARY + 1

describe('the history', () => {
  it('gives back what was appended, newest first, over months', async () => {
    const ports = createFakePorts()
    const log = createHistoryLog(ports)
    await log.append(event(JANUARY, { message: 'one' }))
    await log.append(event(FEBRUARY, { message: 'two' }))
    await log.append(event(FEBRUARY + 1, { message: 'three' }))
    expect((await log.query({})).map((one) => one.message)).toEqual(['three', 'two', 'one'])
    expect(await ports.files.list(FOLDER)).toEqual(['2026-01.jsonl', '2026-02.jsonl'])
  })

  it('survives a restart with every field', async () => {
    const ports = createFakePorts()
    const written = await createHistoryLog(ports).append(
      event(JANUARY, {
        account: 'Ädä 🏮',
        grant: 'a1b2c3d4e5f6',
        durationMs: 12,
        holders: 15,
        cause: 'rejected',
      }),
    )
    expect(await createHistoryLog(ports).query({})).toEqual([written])
    expect(ports.files.text(`${FOLDER}/2026-01.jsonl`)).toMatch(/^[\x20-\x7e]+\n$/)
  })

  it('answers for one profile, since a time, up to a limit', async () => {
    const log = createHistoryLog(createFakePorts())
    for (let n = 0; n < 6; n++) await log.append(event(FEBRUARY + n, { profileId: n % 2 ? 'odd' : 'even' }))
    expect((await log.query({ profileId: 'odd' })).map((one) => one.atMs - FEBRUARY)).toEqual([5, 3, 1])
    expect((await log.query({ sinceMs: FEBRUARY + 4 })).map((one) => one.atMs - FEBRUARY)).toEqual([5, 4])
    expect((await log.query({ limit: 2 })).map((one) => one.atMs - FEBRUARY)).toEqual([5, 4])
  })

  it('passes over torn and foreign lines, counts them, and loses nothing else', async () => {
    const ports = createFakePorts()
    await createHistoryLog(ports).append(event(FEBRUARY, { message: 'before' }))
    const path = `${FOLDER}/2026-02.jsonl`
    ports.files.put(path, `${ports.files.text(path)}not json\n{"id":"x"}\n{"id":"torn","atMs":17`)
    const log = createHistoryLog(ports)
    await log.append(event(FEBRUARY + 1, { message: 'after' }))
    await log.append(event(FEBRUARY + 2, { message: 'later' }))
    expect((await log.query({})).map((one) => one.message)).toEqual(['later', 'after', 'before'])
    expect(log.skipped).toBe(3)
    expect(ports.log.warnings).toHaveLength(1)
  })

  it('starts another part when a file is full, and keeps 24 files', async () => {
    const ports = createFakePorts()
    const log = createHistoryLog(ports)
    for (let n = 0; n < 25; n++) {
      const month = `${2024 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`
      ports.files.put(`${FOLDER}/${month}.jsonl`, '')
    }
    ports.files.put(`${FOLDER}/2026-01.jsonl`, `${'x'.repeat(8 * 1024 * 1024)}\n`)
    ports.files.put(`${FOLDER}/notes.txt`, 'not ours')
    await log.append(event(JANUARY))
    const names = await ports.files.list(FOLDER)
    expect(names).toContain('2026-01-2.jsonl')
    expect(names.filter((name) => name.endsWith('.jsonl'))).toHaveLength(24)
    expect(names).not.toContain('2024-02.jsonl')
    expect(names).toContain('notes.txt')
    expect(await log.query({})).toHaveLength(1)
  })

  it('orders parts by number, not by letter', async () => {
    const ports = createFakePorts()
    const log = createHistoryLog(ports)
    for (const part of ['', '-2', '-10']) ports.files.put(`${FOLDER}/2026-01${part}.jsonl`, '')
    await log.append(event(JANUARY))
    expect(ports.files.text(`${FOLDER}/2026-01-10.jsonl`)).toContain('Refreshed')
  })

  it('hides what looks like a token in the words of others', async () => {
    const ports = createFakePorts()
    const jwt = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJDQU5BUlkifQ.c2ln'
    await createHistoryLog(ports).append(
      event(JANUARY, { message: `said ${jwt}`, detail: 'refresh_token=CANARY1' }),
    )
    const text = JSON.stringify(ports.files.all())
    expect(text).not.toContain(jwt)
    expect(text).not.toContain('CANARY1')
  })

  it("tells every event once, this process' and others'", async () => {
    const ports = createFakePorts()
    const mine = createHistoryLog(ports)
    const other = createHistoryLog({ ...ports, random: new FakeRandom('other') })
    await other.append(event(ports.clock.now() - 5_000, { message: 'long ago' }))
    const heard: string[] = []
    const stop = mine.subscribe((one) => heard.push(one.message))
    await mine.append(event(ports.clock.now(), { message: 'mine' }))
    await settle()
    await other.append(event(ports.clock.now(), { message: 'theirs' }))
    await settle()
    await other.append(event(ports.clock.now(), { message: 'theirs again' }))
    await settle()
    expect(heard).toEqual(['mine', 'theirs', 'theirs again'])
    stop()
    await other.append(event(ports.clock.now(), { message: 'unheard' }))
    await settle()
    expect(heard).toHaveLength(3)
  })
})
