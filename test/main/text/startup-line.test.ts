import { describe, expect, it } from 'vitest'
import { startupLine } from '../../../main/text/startup-line.ts'
import { MINUTE_MS, NOW_MS, overviewView, profileView } from '../../support/views.ts'

const HOME = '/home/ada'
const places = [
  { label: 'OpenClaw', path: '/home/ada/.openclaw', found: '1 agent, 1 login', present: true },
  { label: 'Vault', path: '/srv/vault.json', found: '1 login', present: true },
  { label: 'Clawdbot', path: '/home/ada/.clawdbot', found: 'not there', present: false },
]
const inVault = profileView({
  id: 'bob',
  holders: [{ id: 'v', label: 'Vault', path: '/srv/vault.json', entry: 'bob', drift: false }],
})

describe('runningLine', () => {
  it('says how many logins there are, where they are, and what is next', () => {
    const scheduler = { running: true, next: { profileId: 'ada', atMs: NOW_MS + 4 * MINUTE_MS } }
    const overview = overviewView([profileView(), inVault], { places, scheduler })
    expect(startupLine(overview, NOW_MS, HOME)).toBe(
      'Lamplighter is running: 2 logins (OpenClaw 1 in ~/.openclaw, Vault 1 in /srv/vault.json); ' +
        'next refresh: openai-codex ada@example.test in 4 min.',
    )
  })

  it('is plain when there is nothing yet', () => {
    expect(startupLine(overviewView([], { places }), NOW_MS, HOME)).toBe(
      'Lamplighter is running: 0 logins; no renewal is planned.',
    )
  })

  it('says when another host runs the scheduler', () => {
    const overview = overviewView([inVault], { places, scheduler: { running: false, elsewhere: true } })
    expect(startupLine(overview, NOW_MS, HOME)).toContain('another Lamplighter on this machine')
  })

  it('says on a first start that nothing happens yet', () => {
    const overview = overviewView([inVault], { places, scheduler: { running: false } })
    expect(startupLine(overview, NOW_MS, HOME)).toContain('before somebody begins')
  })

  it('does not mistake a sibling folder for the home', () => {
    const sibling = [{ label: 'Vault', path: '/home/adam/vault.json', found: '1 login', present: true }]
    const holders = [{ id: 'v', label: 'Vault', path: '/home/adam/vault.json', entry: 'bob', drift: false }]
    const overview = overviewView([profileView({ holders })], { places: sibling })
    expect(startupLine(overview, NOW_MS, HOME)).toContain('Vault 1 in /home/adam/vault.json')
  })
})
