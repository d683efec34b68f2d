import { describe, expect, it } from 'vitest'
import { accessMarkOf } from '../../../../app/engine/journal/fingerprint.ts'
import { createJournal } from '../../../../app/engine/journal/journal.ts'
import { withReplaced } from '../../../../app/engine/journal/replaced-tokens.ts'
import { currentCopy } from '../../../../app/model/current-copy.ts'
import { credential, heldEntry } from '../../../fakes/entries.ts'
import { createFakePorts, FAKE_PATHS } from '../../../fakes/ports.ts'

const GRANT = '0123456789ab'
const RECORD = `${FAKE_PATHS.journal}/${GRANT}.replaced.json`

function twoCopies() {
  const ports = createFakePorts()
  const old = credential({ access: 'CANARY-old', expiresAtMs: 2 })
  const anew = credential({ access: 'CANARY-new', expiresAtMs: 1 })
  const entries = [old, anew].map((one, i) =>
    heldEntry(`agent${i}`, 'x:1', { credential: one, fingerprint: GRANT }),
  )
  const mark = accessMarkOf(ports, old) ?? ''
  return { ports, journal: createJournal(ports), entries, mark }
}

describe('what a refresh replaced', () => {
  it('makes a copy the older one, whatever its end', async () => {
    const { ports, journal, entries, mark } = twoCopies()
    expect(currentCopy(entries)).toBe(entries[0])
    await journal.recordReplaced(GRANT, [mark])
    const known = await withReplaced(ports, createJournal(ports), entries)
    expect(known.map(({ replaced }) => replaced)).toEqual([true, undefined])
    expect(currentCopy(known)).toBe(known[1])
  })

  it('is forgotten when nothing of it is left, or when no file holds the login', async () => {
    const { ports, journal, mark } = twoCopies()
    await journal.recordReplaced(GRANT, [mark])
    await journal.prune((fingerprint) => fingerprint === GRANT)
    expect(await journal.replacedBy(GRANT)).toEqual([mark])
    await journal.prune(() => false)
    expect(ports.files.text(RECORD)).toBeUndefined()
    await journal.recordReplaced(GRANT, [mark])
    await journal.recordReplaced(GRANT, [])
    expect(ports.files.text(RECORD)).toBeUndefined()
  })

  it('is not guessed where the record cannot be understood', async () => {
    const { ports, journal } = twoCopies()
    ports.files.put(RECORD, '{"version":1,')
    await expect(journal.replacedBy(GRANT)).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
      message: expect.stringContaining(RECORD),
    })
  })
})
