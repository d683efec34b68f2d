import { afterEach, describe, expect, it } from 'vitest'
import { known } from '../../../app/words/known.ts'
import { loadLanguage } from '../../../app/words/load.ts'
import { t } from '../../../app/words/t.ts'

describe('known', () => {
  afterEach(() => loadLanguage('en'))

  it('leaves English as it is', () => {
    expect(known('xAI did not answer. Nothing to do.')).toBe('xAI did not answer. Nothing to do.')
    expect(known(undefined)).toBeUndefined()
  })

  it('says sentence by sentence what it knows, with the names that stand in it', async () => {
    await loadLanguage('de')
    const nothing = t('Nothing to do.')
    expect(nothing).not.toBe('Nothing to do.')
    expect(known('Nothing to do.')).toBe(nothing)
    expect(known('xAI has ended this login. Nothing to do.')).toBe(
      `${t('{name} has ended this login.', { name: 'xAI' })} ${nothing}`,
    )
    expect(known('Claude Code renews it for Claude Code. Nothing to do.')).toBe(
      `Claude Code renews it for Claude Code. ${nothing}`,
    )
  })

  it('says a name that comes twice only where it is the same both times', async () => {
    await loadLanguage('de')
    const shared = (one: string, two: string) => `Lamplighter renews it for ${one}, under ${two}’s own locks.`
    expect(known(shared('OpenClaw', 'OpenClaw'))).not.toBe(shared('OpenClaw', 'OpenClaw'))
    expect(known(shared('OpenClaw', 'Codex'))).toBe(shared('OpenClaw', 'Codex'))
  })

  it('looks for what says most first', async () => {
    await loadLanguage('de')
    expect(known('It belongs to another user, and only they or root may run: chmod 600 x')).toBe(
      t('It belongs to another user, and only they or root may run: {command}', { command: 'chmod 600 x' }),
    )
    expect(known('Run: ssh far once')).toBe(t('Run: {command}', { command: 'ssh far once' }))
  })

  it('says what stands in a sentence, too, where it is several words: one is a name', async () => {
    await loadLanguage('de')
    expect(known('Reading /some/file failed (EACCES): the permissions do not allow it.')).toBe(
      'Lesen von /some/file fehlgeschlagen (EACCES): die Berechtigungen erlauben es nicht.',
    )
    expect(known('work has ended this login.')).toBe('work hat diese Anmeldung beendet.')
  })

  it('finds where the next sentence begins, with a process that has no capital, too', async () => {
    await loadLanguage('de')
    const story =
      'OpenClaw renewed this login first. lamplighter token (pid 4802) found the new tokens and used them. 4 processes sent the same refresh token and was refused.'
    expect(known(story)).toBe(
      [
        t('{winner} renewed this login first.', { winner: 'OpenClaw' }),
        t('{who} found the new tokens and used them.', { who: 'lamplighter token (pid 4802)' }),
        t('{count} processes sent the same refresh token and was refused.', { count: 4 }),
      ].join(' '),
    )
  })

  it('speaks the next language after a switch', async () => {
    await loadLanguage('de')
    const german = known('Nothing to do.')
    await loadLanguage('zh')
    expect(known('Nothing to do.')).not.toBe(german)
    expect(known('Nothing to do. Nothing to do.')).not.toContain(' ')
  })
})
