/** The program as it is installed, fuses and all: the folder, and the archive unpacked somewhere else. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageApp } from '../../scripts/package.mjs'
import { executableIn, type PackagedProgram, startPackaged } from '../../scripts/packaged.mjs'
import { CHECKS, perform, unpack } from '../../scripts/smoke.mjs'
import { clearFolder } from '../support/clear-folder.ts'
import { expect, test } from './support/test.ts'

const PACKAGING_LIMIT_MS = 5 * 60_000 // 10 s on two quiet cores
const RUNNING = /^Lamplighter is running: .+$/m

const places: { folder?: string; unpacked?: string } = {}
let work: string

test.beforeAll(async () => {
  test.setTimeout(PACKAGING_LIMIT_MS)
  work = mkdtempSync(join(tmpdir(), 'lamplighter-packaged-'))
  const made = await packageApp({ targets: ['tar.gz'], output: join(work, 'release') })
  const elsewhere = join(work, 'elsewhere')
  mkdirSync(elsewhere)
  places.folder = made.folder
  places.unpacked = await unpack(made.archive ?? '', elsewhere)
})

test.afterAll(() => clearFolder(work))

for (const [title, place] of [
  ['the packaged folder', 'folder'],
  ['the packaged archive', 'unpacked'],
] as const) {
  test.describe(title, () => {
    for (const check of CHECKS) {
      test(check.name, () => perform(check, places[place] ?? ''))
    }
  })
}

test.describe('the packaged program', () => {
  test('has a tray item with a menu, and quits from it', async ({ folder, bus, panel }) => {
    await withProgram({ folder, ...onBus(bus?.address) }, async (program) => {
      await program.said(RUNNING)
      await expect.poll(panel.tooltip).toContain('Lamplighter')
      await expect.poll(panel.iconWidth).toBeGreaterThan(0)
      await panel.click('Quit')
      expect(await program.exited).toBe(0)
    })
  })

  test('starts at login from where it lies, once it is asked to', async ({ folder }) => {
    test.skip(process.platform !== 'linux', 'elsewhere the real system would keep it')
    const person = join(folder, 'person')
    const entry = join(person, 'home', '.config', 'autostart', 'lamplighter.desktop')
    await withProgram({ folder, env: {} }, async (program) => {
      await program.said(RUNNING)
      expect(existsSync(entry)).toBe(false)
      writeFileSync(join(person, 'lamplighter', 'config.json'), '{"startAtLogin":true}')
      await expect.poll(() => existsSync(entry)).toBe(true)
      expect(readFileSync(entry, 'utf8')).toContain(`${executableIn(places.folder ?? '')} --background\n`)
    })
  })

  test('has the licences of everything in it beside it', () => {
    const text = readFileSync(join(places.unpacked ?? '', 'LICENSES.libraries.txt'), 'utf8')
    for (const name of ['react', 'zod', '@napi-rs/keyring'])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
  })

  test('refreshes a login that has lapsed', async ({ folder, world }) => {
    const before = world.stored('dan@example.test')[0]
    await withProgram({ folder, env: world.env }, async (program) => {
      await expect
        .poll(() => world.stored('dan@example.test')[0]?.refresh, { timeout: 20_000 })
        .not.toBe(before?.refresh)
      await program.said(/6 logins/)
    })
  })

  test('loads the native module that talks to the keychain', async ({ folder, world }) => {
    test.skip(process.platform !== 'linux', 'what a process has mapped is read from /proc')
    const fresh = join(folder, 'no-key-yet') // so that it has to ask the keychain before it refreshes anything
    mkdirSync(fresh)
    copyFileSync(join(world.env.LAMPLIGHTER_HOME ?? '', 'config.json'), join(fresh, 'config.json'))
    const env = { ...world.env, LAMPLIGHTER_KEYRING: 'keychain', LAMPLIGHTER_HOME: fresh }
    await withProgram({ folder, env }, async (program) => {
      await expect
        .poll(() => /app\.asar\.unpacked.*keyring.*\.node/.test(mappedInto(program.pid)), { timeout: 20_000 })
        .toBe(true)
    })
  })
})

/** The files a process has in its memory, native modules among them. */
function mappedInto(pid: number): string {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
}

function onBus(address: string | undefined): { env: Record<string, string> } {
  return { env: address === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: address } }
}

async function withProgram(
  { folder, env }: { readonly folder: string; readonly env: Readonly<Record<string, string>> },
  use: (program: PackagedProgram) => Promise<void>,
): Promise<void> {
  const home = join(folder, 'person')
  mkdirSync(home)
  const program = startPackaged(places.folder ?? '', { home, env, args: ['--background'] })
  try {
    await use(program)
  } finally {
    await program.stop()
  }
}
