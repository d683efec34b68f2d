// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { LockView } from '../../../app/contract/views.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../../renderer/format/time.ts'
import { sampleHistory } from '../../../renderer/preview/sample-crowd.ts'
import { chained } from '../../../renderer/preview/sample-history.ts'
import { REVOKED, sampleOverview, sampleProfile, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { button, click, meanwhile, openWindow, option, row } from '../../support/window.tsx'

const NOW = new Date(2026, 1, 4, 15, 20).getTime()
const open = async (...args: Parameters<typeof openWindow>) => {
  return openWindow(...args)
}

const text = (selector: string) => document.querySelector(selector)?.textContent ?? ''
const rows = () => [...document.querySelectorAll('[data-row]')].map((one) => one.getAttribute('data-row'))
const askedFor = (window: Awaited<ReturnType<typeof openWindow>>, name: string) =>
  window.bridge.asked.filter((one) => one.name === name)

describe('the foot of the sidebar', () => {
  it('says when the next renewal is, and nothing of it while there is a pause', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    expect(text('.sidebar-foot')).toContain('Next renewal 15:20')
    await meanwhile(() => void window.actions.pause())
    expect(text('.sidebar-foot')).not.toContain('Next renewal')
  })
})

describe('the order of the logins', () => {
  it('is what needs a person first, under headings that say who has to do something', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    const headings = [...document.querySelectorAll('.group-name .clip')].map((one) => one.textContent)
    expect(headings).toEqual([
      'Needs you',
      'Worth a look',
      'Renewing by themselves',
      'Kept by others',
      'Never expire',
    ])
    expect(rows()[0]).toBe('anthropic-ops')
    expect(row('anthropic-ops').textContent).toContain('Anthropic · 3 agents stopped')
    expect(rows()).toHaveLength(12)
    await click(button('Sort: Needs you first'))
    await click(button('Time left'))
    expect(document.querySelectorAll('.group-row')).toHaveLength(0)
    expect(rows()).toHaveLength(12)
  })

  it('does not change while time passes', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Sort: Needs you first'))
    await click(button('Time left'))
    const before = rows()
    await window.pass(10 * MINUTE)
    expect(rows()).toEqual(before)
  })
})

describe('pausing', () => {
  it('is one menu away, and says until when', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await window.pass(SECOND)
    await click(button('Pause renewing'))
    const items = [...document.querySelectorAll('[role=menuitem]')].map((one) => one.textContent)
    expect(items[0]).toBe('Pause for an hour')
    expect(items.at(-1)).toMatch(/^Renew all/)
    await click(button('Pause for an hour'))
    // The menu shows whole minutes and means what it shows.
    expect(askedFor(window, 'schedule:pause').at(-1)?.args).toEqual([NOW + HOUR])
    expect(text('.sidebar-foot')).toContain('Renewing is paused until 16:20.')
  })

  it('promises no refresh that it puts off', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('acme-bot'))
    expect(text('.callout')).toMatch(/^Renews in 38 min\. Lamplighter will renew it/)
    await meanwhile(() => void window.actions.pause(NOW + 10 * MINUTE))
    expect(text('.callout')).toMatch(/^Renews in 38 min\./) // over before that
    await meanwhile(() => void window.actions.pause(NOW + DAY))
    expect(text('.callout')).toBe(
      'Renewing is paused until tomorrow 15:20. Lamplighter renews it then; until then only “Renew now” does.',
    )
    expect(text('.sidebar-foot')).toContain('Renewing is paused until tomorrow 15:20.')
    await meanwhile(() => void window.actions.resume())
    expect(text('.callout')).toMatch(/^Renews in 38 min\./)
  })

  it('says why when it could not be', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    window.bridge.refuse('schedule:pause', { ...REVOKED, message: 'The state folder cannot be written.' })
    await click(button('Pause renewing'))
    await click(button('Pause until resumed'))
    expect(text('.banner')).toContain('The state folder cannot be written.')
    // Pausing is one click away on each of them.
    for (const screen of ['History', 'Settings', 'Machines', 'Import…']) {
      await click(button(screen))
      expect(text('.banner')).toContain('The state folder cannot be written.')
    }
    await click(button('Dismiss'))
    expect(document.querySelector('.banner')).toBeNull()
  })
})

describe('refreshing all that is due', () => {
  it('stands where renewals have failed and not where they come by themselves, and asks once', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await window.pass(SECOND)
    const heading = button('Try all again now').closest('.group-row')
    expect(heading?.textContent).toContain('Worth a look')
    expect(document.querySelectorAll('.group-action')).toHaveLength(1)
    await click(button('Try all again now'))
    expect(askedFor(window, 'refresh:due')).toHaveLength(1)
    expect(text('[role="status"]')).toBe('3 logins of 3 renewed.')
    expect(window.store.getState().asking.size).toBe(0)
  })
})

describe('muting', () => {
  it('is remembered with the settings and marked in the row', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('codex-ada'))
    await click(button('Mute notifications'))
    expect(window.bridge.asked.at(-1)).toEqual({
      name: 'settings:set',
      args: [{ notifications: { mutedProfiles: ['codex-ada'] } }],
    })
    expect(button('Mute notifications').getAttribute('aria-pressed')).toBe('true')
    expect(row('codex-ada').textContent).toContain('muted')
    await click(button('Mute notifications'))
    expect(row('codex-ada').textContent).not.toContain('muted')
  })

  it('is taken back by Undo, both ways', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('codex-ada'))
    const pressed = () => button('Mute notifications').getAttribute('aria-pressed')
    await click(button('Mute notifications'))
    expect(document.querySelector('.toast')?.textContent).toContain('Nobody is notified about')
    await click(button('Undo'))
    expect(pressed()).toBe('false')
    await click(button('Mute notifications'))
    await click(button('Mute notifications'))
    expect(document.querySelector('.toast')?.textContent).toContain('notifies again')
    await click(button('Undo'))
    expect(pressed()).toBe('true')
  })

  it('says why it could not be, and offers no Undo', async () => {
    const { bridge } = await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('codex-ada'))
    bridge.refuse('settings:set', { code: 'STORE_UNWRITABLE', message: 'The disk is full.' })
    await click(button('Mute notifications'))
    expect(document.querySelector('main')?.textContent).toContain('The disk is full.')
    expect(document.querySelector('.toast')).toBeNull()
  })
})

describe('the detail', () => {
  it('says once why a login needs a person, though it is a warning as well', async () => {
    const failure = { code: 'LOGIN_OTHER_ACCOUNT', message: 'The provider answered for another account.' }
    const lost = { code: 'scope-narrowed', message: 'The provider took away: email.' }
    const status = { kind: 'needs-login', failure } as const
    const advice = `${failure.message} Sign in to bring it back.`
    await open(sampleOverview(NOW, [sampleProfile(NOW, { status, advice, warnings: [failure, lost] })]))
    expect(text('.detail').split(failure.message)).toHaveLength(2)
    expect(text('.callout-warning')).toContain(lost.message)
  })

  it('does not say that nobody holds a lock before anybody has looked', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    const bridge = window.bridge as unknown as {
      request(name: string, ...args: readonly unknown[]): Promise<unknown>
    }
    const { request } = bridge
    const never = new Promise<never>(() => undefined)
    bridge.request = (name, ...args) => (name === 'profile:locks' ? never : request(name, ...args))
    await click(row('acme-bot'))
    expect(text('.experts')).not.toContain('Not locked')
  })

  it('says why a file could not be shown', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    window.bridge.refuse('path:reveal', { ...REVOKED, message: 'That file is not there any more.' })
    await click(document.querySelector('.holder') as HTMLElement)
    expect(text('.banner')).toContain('That file is not there any more.')
  })

  it('shows which refresh came from which, and who did it', async () => {
    const profiles = twelve(NOW)
    await open(sampleOverview(NOW, profiles), chained(sampleHistory(NOW, profiles), profiles))
    await click(row('codex-ada'))
    const steps = [...document.querySelectorAll('.chain-step')].map((step) => step.textContent)
    expect(steps).toHaveLength(4)
    expect(steps[0]).toMatch(/^7c1fRenewed · lamplighter 4711/)
    expect(steps[3]).toContain('Signed in')
  })

  it('folds a long lineage', async () => {
    const profile = sampleProfile(NOW)
    const events = Array.from({ length: 12 }, (_, n) => ({
      ...sampleHistory(NOW, twelve(NOW))[0],
      id: `e${n}`,
      profileId: 'p1',
      kind: 'refreshed' as const,
      atMs: NOW - n * HOUR,
      grant: `grant-${n + 1}`,
      successor: n === 0 ? (profile.fingerprint ?? '') : `grant-${n}`,
    }))
    await open(sampleOverview(NOW, [profile]), events as never)
    expect(document.querySelectorAll('.chain-step')).toHaveLength(5)
    await click(button('8 earlier'))
    expect(document.querySelectorAll('.chain-step')).toHaveLength(13)
  })

  it('asks who holds the locks when it opens and when something changed, not as time passes', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    const first = askedFor(window, 'profile:locks').length
    expect(first).toBe(1)
    expect(text('.detail')).toContain('Not locked')
    await window.pass(5 * MINUTE)
    expect(askedFor(window, 'profile:locks')).toHaveLength(first)
    await meanwhile(() => window.bridge.setOverview({ ...sampleOverview(NOW, twelve(NOW)), atMs: NOW + DAY }))
    expect(askedFor(window, 'profile:locks')).toHaveLength(first + 1)
  })

  it('names the holders of locks with their age', async () => {
    const found: readonly LockView[] = [
      {
        path: '/l',
        label: 'Lamplighter’s grant lock',
        pid: 4711,
        sinceMs: NOW - 4 * MINUTE,
        state: 'live',
        olderThanThreshold: false,
        removable: false,
        identity: '1',
      },
    ]
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await meanwhile(() =>
      window.store.setState({ locks: { profileId: 'anthropic-ops', reply: { ok: true, value: found } } }),
    )
    expect(text('.locks')).toContain('Held by pid 4711, for 4 min.')
  })

  it('removes a lock that was left behind, once the person has read what that means', async () => {
    const left: LockView = {
      path: '/l',
      label: 'OpenClaw’s store lock',
      pid: 3120,
      sinceMs: NOW - 4 * MINUTE,
      state: 'dead',
      thresholdMs: 30_000,
      olderThanThreshold: true,
      removable: true,
      identity: 'inode-7',
    }
    const held: LockView = { ...left, path: '/m', state: 'live', removable: false, identity: 'inode-8' }
    const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], {
      locks: { 'codex-ada': [left, held] },
    })
    await click(row('codex-ada'))
    expect([...document.querySelectorAll('.locks .button')].map((one) => one.textContent)).toEqual([
      'Remove…',
    ])
    await click(button('Remove…'))
    expect(document.activeElement?.textContent).toBe('Remove it')
    expect(text('.lock-removal')).toContain('Process 3120 has ended.')
    await click(button('Keep it'))
    expect(askedFor(opened, 'profile:remove-lock')).toHaveLength(0)
    await click(button('Remove…'))
    opened.bridge.refuse('profile:remove-lock', { ...REVOKED, message: 'It has changed hands.' })
    await click(button('Remove it'))
    expect(text('.lock-removal')).toContain('It has changed hands.')
    await click(button('Remove it'))
    expect(askedFor(opened, 'profile:remove-lock').at(-1)?.args).toEqual(['codex-ada', '/l', 'inode-7'])
    expect(document.querySelectorAll('.locks > li')).toHaveLength(1)
    expect(opened.store.getState().announcement).toBe('OpenClaw’s store lock was removed.')
  })

  it('does not say “nobody” when it could not look', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    window.bridge.refuse('profile:locks', { ...REVOKED, message: 'The folder of locks cannot be read.' })
    await click(row('codex-ada'))
    expect(text('.experts')).toContain('The folder of locks cannot be read.')
    expect(text('.experts')).not.toContain('Not locked')
  })

  it('says a warning loudly, with the way out beside it', async () => {
    const warned = sampleProfile(NOW, {
      warnings: [
        { code: 'SCOPE_NARROWED', message: 'The last renewal lost a scope.', hint: 'Sign in again.' },
      ],
    })
    const window = await open(sampleOverview(NOW, [warned]))
    expect(text('.callout-warning')).toContain('The last renewal lost a scope.')
    expect(row('p1').textContent).toContain('1 warning')
    await click(button('Sign in again…', document.querySelector('.callout-warning') as HTMLElement))
    expect(askedFor(window, 'login:start').at(-1)?.args).toEqual([{ profileId: 'p1' }])
  })

  it('copies the id', async () => {
    const window = await open(sampleOverview(NOW, twelve(NOW)))
    await click(row('codex-ada'))
    await click(button(/^Copy id/, document.querySelector('.experts') as HTMLElement))
    expect(window.bridge.asked.at(-1)).toEqual({ name: 'clipboard:write', args: ['codex-ada'] })
  })
})

describe('the device login', () => {
  it('offers the address as a QR code with a name', async () => {
    await open(sampleOverview(NOW, twelve(NOW)))
    await click(button('Add a login'))
    await click(option(/GitHub Copilot/))
    const code = document.querySelector('svg.qr')
    expect(code?.getAttribute('aria-label')).toBe(
      'QR code for https://auth.example.test/device?user_code=BDWP-HQPK',
    )
    expect(code?.querySelectorAll('path')).toHaveLength(2)
  })
})
