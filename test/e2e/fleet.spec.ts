/** A fleet from the window: two applications and one `serve`, over an etcd that founding has set up, and a person starts. */
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { HistoryEventView, HistoryKind, ProfileView } from '../../app/contract/views.ts'
import { findEtcd } from '../../scripts/etcd.mjs'
import { freePortWithNext } from '../support/free-ports.ts'
import { findings } from './support/axe.ts'
import { bridgeOf } from './support/bridge.ts'
import { type Shelf, startShelf } from './support/fleet-shelf.ts'
import type { Lamplighter } from './support/launch.ts'
import { expect, test } from './support/test.ts'

const etcd = await findEtcd()
const EVE = 'eve@example.test'
const SOON = { timeout: 30_000 }

test.describe('a fleet', () => {
  test.skip(process.platform !== 'linux', 'the etcd is Debian’s')
  test.skip('why' in etcd, `needs etcd: ${'why' in etcd ? etcd.why : ''}`)

  test('is founded, joined, shares a login and loses a machine', async ({ start, folder }, info) => {
    const program = 'program' in etcd ? etcd.program : ''
    const path = [join(folder, 'bin'), dirname(program), process.env.PATH].join(delimiter)
    const first = await start({ env: { PATH: path } })
    const [attic, second] = await Promise.all([
      first.window(),
      start({ folder: join(folder, 'rack'), env: newHome(folder, 'rack') }),
    ])
    const rack = await second.window()
    const picture = (page: Page, name: string) => page.screenshot({ path: info.outputPath(`${name}.png`) })
    let shelf: Shelf | undefined

    // Nothing here starts services, so the window says what a person is to start.
    const home = await openMachines(attic)
    await home.getByRole('button', { name: 'Found one…' }).click()
    await home.getByRole('textbox', { name: 'What is the fleet called?' }).fill('home')
    await home.getByRole('textbox', { name: 'What is this machine called there?' }).fill('attic')
    await home.getByRole('textbox', { name: 'How do the others reach this machine?' }).fill('127.0.0.1')
    await home.getByRole('textbox', { name: 'Port' }).fill(String(await freePortWithNext()))
    expect(await findings(attic)).toEqual([])
    await home.getByRole('button', { name: 'Found the fleet' }).click()
    const command = await home.locator('.fleet-command').innerText()
    await picture(attic, 'by-hand')
    const engine = spawn('sh', ['-c', `exec ${command}`], { stdio: 'ignore' })
    try {
      await expect(home.getByRole('heading', { name: 'Fleet home' })).toBeFocused(SOON)
      await expect(home).toContainText('in contact')

      // Joined by pasting, and from a terminal.
      await home.getByRole('button', { name: 'Invite a keeper' }).click()
      await home.getByRole('button', { name: 'Copy the invitation' }).click(SOON)
      await picture(attic, 'invited')
      const there = await openMachines(rack)
      await there.getByRole('button', { name: 'Join one…' }).click()
      await there.getByRole('textbox', { name: 'Invitation' }).fill(await clipboard(first))
      await there.getByRole('textbox', { name: 'What is this machine called there?' }).fill('rack')
      await there.getByRole('button', { name: 'Join', exact: true }).click()
      await expect(there.getByRole('heading', { name: 'Fleet home' })).toBeVisible(SOON)
      await expect(home).toContainText('rack has joined the fleet.', SOON)
      await home.getByRole('button', { name: 'Invite a reader' }).click()
      await home.getByRole('button', { name: 'Copy the invitation' }).click(SOON)
      shelf = await startShelf(join(folder, 'shelf'), newHome(folder, 'shelf'))
      await shelf.run(['fleet', 'join', '--stdin', '--name', 'shelf'], await clipboard(first))
      await expect(home).toContainText('shelf has joined the fleet.', SOON)

      // Shared in the one window, and in the list of the others.
      await home.getByRole('button', { name: 'Share a login…' }).click()
      await attic.getByRole('menuitem', { name: `${EVE} · Demo` }).click()
      await expect(home.getByRole('listitem').filter({ hasText: EVE })).toContainText('good for', SOON)
      await expect.poll(() => endIn(rack), SOON).toBeGreaterThan(0)
      await expect.poll(() => shelf?.endOf(EVE), SOON).toBeGreaterThan(0)
      for (const colorScheme of ['light', 'dark'] as const) {
        await attic.emulateMedia({ colorScheme })
        expect(await findings(attic)).toEqual([])
        await picture(attic, `shared-${colorScheme}`)
      }

      // Renewed by one, and seen by the others in the same second.
      const before = await endIn(rack)
      await nav(rack, 'Logins').click()
      const row = rack.getByRole('row').filter({ hasText: EVE })
      await expect(row).toContainText('held by home')
      await row.click()
      await rack.getByRole('button', { name: 'Renew now' }).click()
      await expect.poll(() => endIn(rack), SOON).toBeGreaterThan(before)
      const end = await endIn(rack)
      await expect.poll(() => endIn(attic), SOON).toBe(end)
      await expect.poll(() => shelf?.endOf(EVE), SOON).toBe(end)
      const renewedAt = await toldAt(rack, 'refreshed')
      const seenAt = [await toldAt(attic, 'adopted'), await shelf.toldAt(EVE, 'adopted')]
      for (const ms of seenAt) expect(Math.abs(ms - renewedAt)).toBeLessThan(1000)

      // One machine is removed: what it could spend is renewed, and it says that it is out.
      await home.getByRole('button', { name: 'Remove rack from the fleet' }).click()
      await picture(attic, 'removing')
      await home.getByRole('button', { name: 'Remove rack', exact: true }).click()
      await expect(home).toContainText(
        'rack is removed. 1 login that it could renew was renewed since.',
        SOON,
      )
      await expect(home.getByRole('list', { name: 'Machines of the fleet' })).not.toContainText('rack')
      await expect.poll(() => shelf?.endOf(EVE), SOON).toBeGreaterThan(end)
      await openMachines(rack)
      await expect(there).toContainText('This machine is not taken by the fleet "home" any more.', SOON)
      await picture(rack, 'removed')

      // Its register is gone: since when, in the fleet and on what it holds.
      engine.kill('SIGKILL')
      await expect(home).toContainText('last contact', SOON)
      await nav(attic, 'Logins').click()
      await expect(attic.getByRole('row').filter({ hasText: EVE })).toContainText('held by home, not reached')
    } finally {
      await shelf?.close()
      engine.kill('SIGKILL')
    }
  })
})

function nav(window: Page, name: string): Locator {
  return window.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name })
}

async function openMachines(window: Page): Promise<Locator> {
  await nav(window, 'Machines').click()
  return window.locator('[aria-labelledby="fleet-heading"]')
}

async function eveIn(window: Page): Promise<ProfileView | undefined> {
  const reply = await (await bridgeOf(window)).evaluate((one) => one.request('overview:get'))
  return reply.ok ? reply.value.profiles.find(({ account }) => account === EVE) : undefined
}

/** When the access token that this window shows ends; 0 while the login is not there. */
async function endIn(window: Page): Promise<number> {
  return (await eveIn(window))?.accessExpiresAtMs ?? 0
}

/** When the history of this window says so last. */
async function toldAt(window: Page, kind: HistoryKind): Promise<number> {
  const profileId = (await eveIn(window))?.id ?? ''
  const bridge = await bridgeOf(window)
  const reply = await bridge.evaluate((one, id) => one.request('history:get', { profileId: id }), profileId)
  const events: readonly HistoryEventView[] = reply.ok ? reply.value : []
  return events.find((event) => event.kind === kind)?.atMs ?? Number.NaN
}

function clipboard({ app }: Lamplighter): Promise<string> {
  return app.evaluate((electron) => electron.clipboard.readText())
}

/** Of another machine: nothing is kept there yet, and its person has begun. */
function newHome(folder: string, name: string): Record<string, string> {
  const own = join(folder, name, 'lamplighter')
  mkdirSync(own, { recursive: true, mode: 0o700 })
  writeFileSync(join(own, 'config.json'), JSON.stringify({ welcomed: true }))
  return { LAMPLIGHTER_HOME: own, OPENCLAW_STATE_DIR: join(folder, name, 'openclaw') }
}
