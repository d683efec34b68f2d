/** What was begun and not finished? */
import { AppError } from '../../base/errors.ts'
import type { Journal } from '../../engine/journal/journal.ts'
import type { JournalEntry } from '../../model/journal-entry.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

export const checkJournal: Check = async ({ ports, journal, overview }) => {
  const findings: Finding[] = []
  const { running, elsewhere, paused } = overview.scheduler
  const isTended = (running || elsewhere === true) && !paused
  const names = await ports.files.list(ports.paths.journal)
  const fingerprints = new Set(
    names.flatMap((name) => /^([0-9a-f]{12})(?:\.\d)?\.json$/.exec(name)?.[1] ?? []),
  )
  for (const fingerprint of fingerprints) {
    const about = await aboutTicket(journal, fingerprint, isTended)
    if (about) findings.push(about)
  }
  return orOk(findings, 'Every renewal that was begun is finished.')
}

async function aboutTicket(
  journal: Journal,
  fingerprint: string,
  isTended: boolean,
): Promise<Finding | undefined> {
  try {
    const ticket = await journal.read(fingerprint)
    return ticket && aboutOpen(ticket, journal, isTended)
  } catch (error) {
    if (error instanceof AppError) return finding('bad', error.message, error.hint)
    throw error
  }
}

/** @param isTended somebody runs who tries again by itself */
function aboutOpen(ticket: JournalEntry, journal: Journal, isTended: boolean): Finding | undefined {
  const { profileId, state, fingerprint } = ticket
  const again = `Run: lamplighter refresh ${profileId}`
  if (state === 'answered') {
    const what = `New tokens of ${profileId} came and are not in its file yet; they are kept in the journal (${fingerprint}).`
    return finding('warn', what, again)
  }
  if (state === 'unknown' || (state === 'asking' && !journal.isOwnerAlive(ticket))) {
    const what = `A renewal of ${profileId} was sent and no reply was kept (${fingerprint}).`
    const todo = isTended ? `Lamplighter tries once more by itself. To do it now: ${again.slice(5)}` : again
    return finding('warn', what, todo)
  }
  return state === 'asking' ? finding('note', `${profileId} is being renewed now.`) : undefined
}
