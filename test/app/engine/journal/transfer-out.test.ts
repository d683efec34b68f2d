import { describe, expect, it } from 'vitest'
import { createJournal } from '../../../../app/engine/journal/journal.ts'
import { isUsedUp } from '../../../../app/model/journal-entry.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'

const GRANT = '0123456789ab'
const TO = { move: 'move-0001', machine: 'machine-b', name: 'T440' }

function journal() {
  const ports = createFakePorts()
  return { ports, journal: createJournal(ports) }
}

describe('journal.transferOut', () => {
  it('keeps everybody here from sending the token, for good', async () => {
    const { ports, journal: one } = journal()
    expect(await one.transferOut(GRANT, 'acme:ada', TO)).toBe(true)
    const ticket = await createJournal(ports).read(GRANT)
    expect(ticket).toMatchObject({ state: 'moved', movedTo: TO })
    expect(isUsedUp(ticket)).toBe(true)
    expect(await one.claim(GRANT, 'acme:ada', 1)).toBe(false)
    await ports.clock.advance(365 * 24 * 60 * 60 * 1000)
    await one.prune(() => false)
    expect(await one.read(GRANT)).toMatchObject({ state: 'moved' })
  })

  it('is done once by the move that did it, and by no other', async () => {
    const { journal: one } = journal()
    await one.transferOut(GRANT, 'acme:ada', TO)
    expect(await one.transferOut(GRANT, 'acme:ada', TO)).toBe(true)
    expect(await one.transferOut(GRANT, 'acme:ada', { ...TO, move: 'move-0002' })).toBe(false)
    await one.undoTransfer(GRANT, 'move-0002')
    expect(await one.read(GRANT)).toBeDefined()
    await one.undoTransfer(GRANT, TO.move)
    expect(await one.read(GRANT)).toBeUndefined()
    expect(await one.claim(GRANT, 'acme:ada', 1)).toBe(true)
  })

  it('gives nothing away that somebody here has sent or is about to send', async () => {
    const { journal: one } = journal()
    await one.claim(GRANT, 'acme:ada', 1)
    expect(await one.transferOut(GRANT, 'acme:ada', TO)).toBe(false)
    await one.undoTransfer(GRANT, TO.move)
    expect(await one.read(GRANT)).toMatchObject({ state: 'asking' })
  })

  it('is not sent by a version that does not know of moves: it reads an entry it cannot understand', async () => {
    const { ports, journal: one } = journal()
    await one.transferOut(GRANT, 'acme:ada', TO)
    const path = `${FAKE_PATHS.journal}/${GRANT}.json`
    ports.files.put(path, (ports.files.text(path) ?? '').replace('"moved"', '"of a later version"'))
    await expect(one.read(GRANT)).rejects.toMatchObject({ code: 'STORE_CORRUPT' })
    expect(await one.claim(GRANT, 'acme:ada', 1)).toBe(false)
  })
})
