/** What was begun and not finished? */
import { AppError } from '../../base/errors.ts'
import type { Journal } from '../../engine/journal/journal.ts'
import type { JournalEntry } from '../../model/journal-entry.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

export const checkJournal: Check = async ({ ports, journal }) => {
  const findings: Finding[] = []
  const names = await ports.files.list(ports.paths.journal)
  const fingerprints = new Set(
    names.flatMap((name) => /^([0-9a-f]{12})(?:\.\d)?\.json$/.exec(name)?.[1] ?? []),
  )
  for (const fingerprint of fingerprints) {
    const about = await aboutTicket(journal, fingerprint)
    if (about) findings.push(about)
  }
  return orOk(findings, 'Every refresh that was begun is finished.')
}

async function aboutTicket(journal: Journal, fingerprint: string): Promise<Finding | undefined> {
  try {
    const ticket = await journal.read(fingerprint)
    return ticket && aboutOpen(ticket, journal)
  } catch (error) {
    if (error instanceof AppError) return finding('bad', error.message, error.hint)
    throw error
  }
}

function aboutOpen(ticket: JournalEntry, journal: Journal): Finding | undefined {
  const { profileId, state, fingerprint } = ticket
  const again = `Run: lamplighter refresh ${profileId}`
  if (state === 'answered') {
    const what = `New tokens of ${profileId} came and are not in its file yet; they are kept in the journal (${fingerprint}).`
    return finding('warn', what, again)
  }
  if (state === 'unknown' || (state === 'asking' && !journal.isOwnerAlive(ticket))) {
    const what = `A refresh of ${profileId} was sent and no reply was kept (${fingerprint}).`
    return finding('warn', what, `Lamplighter tries once more by itself. To do it now: ${again.slice(5)}`)
  }
  return state === 'asking' ? finding('note', `${profileId} is being refreshed now.`) : undefined
}
