import { describe, expect, it } from 'vitest'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { sealWords } from '../../../renderer/settings/sealing-text.ts'
import { foundByProvider, promises } from '../../../renderer/shell/welcome-text.ts'

const NOW = 1_770_000_000_000

describe('what was found', () => {
  it('names every login or counts it', () => {
    for (const profiles of [twelve(NOW), crowd(NOW, 400)]) {
      const groups = foundByProvider(profiles)
      expect(groups.reduce((sum, group) => sum + group.shown.length + group.more, 0)).toBe(profiles.length)
      for (const group of groups) expect(group.more).not.toBe(1)
    }
  })
})

describe('what Lamplighter promises', () => {
  it('counts what it will refresh, and what it leaves to others', () => {
    const { will, willNot } = promises(sampleOverview(NOW, twelve(NOW)))
    // Twelve, without three that belong to others, an API key, one that cannot be read, and one that needs a person.
    expect(will[0]).toContain('It renews 6 logins shortly before they expire, under OpenClaw’s own locks')
    expect(willNot[0]).toBe('Keep alive what it cannot read: 1 row of the list says why.')
    expect(will[1]).toBe('It only counts down 3 logins of other programs, without touching them.')
    expect(will[2]).toBe('It tells you when you have to sign in, and only then: 1 login needs that now.')
  })

  it('names no locks and no others where there are none', () => {
    const own = sampleProfile(NOW, {
      owner: { mode: 'own', refreshedBy: 'Lamplighter', sentence: 'Lamplighter keeps it.' },
    })
    const { will } = promises(sampleOverview(NOW, [own]))
    expect(will[0]).toBe('It renews 1 login shortly before it expires.')
    expect(will.join(' ')).not.toContain('count down')
    expect(will.at(-1)).toBe('It tells you when you have to sign in, and only then.')
    expect(promises(sampleOverview(NOW, [])).will[0]).toContain('the logins you add')
  })
})

describe('sealWords', () => {
  it('says what a key file protects from, and what it does not', () => {
    const { text, shape } = sealWords('file', 'linux')
    expect(text).toContain('Other users of this machine cannot open your logins')
    expect(text).toContain('a backup that holds both')
    expect(shape).not.toBe(sealWords('keychain', 'linux').shape)
  })

  it('names the keychain as the system does', () => {
    expect(sealWords('keychain', 'darwin').text).toContain('macOS')
    expect(sealWords('keychain', 'win32').text).toContain('Credential Manager')
  })
})
