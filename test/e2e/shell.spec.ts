/** The walls around the window, and the life of the process. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bridgeOf } from './support/bridge.ts'
import { childrenOf } from './support/children.ts'
import { running } from './support/launch.ts'
import { expect, test } from './support/test.ts'

test.describe('the bridge', () => {
  test('refuses a page that is not ours', async ({ start }) => {
    const lamplighter = await start()
    await lamplighter.window()
    const stranger = lamplighter.app.waitForEvent('window')
    await lamplighter.app.evaluate(async ({ app, BrowserWindow }) => {
      const [ours] = BrowserWindow.getAllWindows()
      const preload = `${app.getAppPath()}/dist/main/preload.cjs`
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      await other.loadURL(ours?.webContents.getURL() ?? '') // even our own page, in a window that is not ours
    })
    const page = await stranger
    const answer = page.evaluate((bridge) => bridge.request('overview:get'), await bridgeOf(page))
    await expect(answer).rejects.toThrow(/refused/)
    await expect.poll(lamplighter.output).toContain('a request from a page that is not ours was refused')
  })

  test('offers the contract and nothing else', async ({ start }) => {
    const window = await (await start()).window()
    const bridge = await bridgeOf(window)
    const seen = await window.evaluate(
      (bridge) => ({
        bridge: Object.keys(bridge).sort(),
        node: typeof (globalThis as Record<string, unknown>).require,
        process: typeof (globalThis as Record<string, unknown>).process,
      }),
      bridge,
    )
    expect(seen).toEqual({
      bridge: ['on', 'pathOf', 'platform', 'request'],
      node: 'undefined',
      process: 'undefined',
    })
    const odd = window.evaluate((bridge) => bridge.request('shell:run' as 'overview:get'), bridge)
    await expect(odd).rejects.toThrow(/no such request/)
  })

  for (const address of ['data:text/html,x', 'blob:null/x', 'javascript:0', 'app://other/']) {
    test(`keeps the page from going to ${address}`, async ({ start }) => {
      const lamplighter = await start()
      const window = await lamplighter.window()
      await window.evaluate((to) => {
        globalThis.location.href = to
      }, address)
      await window.waitForTimeout(500) // what must not happen has no end to wait for
      expect(lamplighter.app.windows().map((page) => page.url())).toEqual(['app://lamplighter/index.html'])
    })
  }

  test('closes a window that was led to about:blank, which asks nobody on its way', async ({ start }) => {
    const lamplighter = await start()
    const window = await lamplighter.window()
    const closed = window.waitForEvent('close')
    await window
      .evaluate(() => {
        globalThis.location.href = 'about:blank'
      })
      .catch(() => undefined) // it may be gone before it answers
    await closed
    expect(lamplighter.app.windows()).toEqual([])
  })

  test('keeps the page from going anywhere', async ({ start }) => {
    const lamplighter = await start()
    const window = await lamplighter.window()
    const went = await window.evaluate(async () => {
      const opened = globalThis.window.open('https://example.test/')
      const refused = new Promise((resolve) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
          resolve(effectiveDirective),
        ),
      )
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => true,
        () => false,
      )
      globalThis.location.href = 'https://example.test/'
      return { opened: opened !== null, fetched, refused: await refused }
    })
    expect(went).toEqual({ opened: false, fetched: false, refused: 'connect-src' })
    expect(window.url()).toBe('app://lamplighter/index.html')
    expect(lamplighter.app.windows()).toHaveLength(1)
  })
})

test.describe('the process', () => {
  test('shows the window when it is started a second time', async ({ start }) => {
    const first = await start({ args: ['--background'] })
    await running(first)
    expect(first.app.windows()).toHaveLength(0)
    const shown = first.app.waitForEvent('window')
    const second = await first.startAgain()
    expect(second).toEqual({ code: 0, printed: 'Lamplighter is up already, and shows its window.\n' })
    await shown
  })

  test('goes on when whoever read its lines is gone', async ({ start }) => {
    test.skip(process.platform !== 'linux', 'only there is a program between it and the test')
    const lamplighter = await start({ args: ['--background'] })
    await running(lamplighter)
    for (const pid of childrenOf(lamplighter.pid, 'tee')) process.kill(pid)
    await lamplighter.app.evaluate(() => {
      setTimeout(() => {
        throw new Error('a line for the log')
      })
    })
    await pause(500) // there is nothing left to see it by
    const answers = lamplighter.app.evaluate(({ app }) => app.getName()).catch(() => 'was killed')
    const answer = await Promise.race([answers, pause(20_000, 'says nothing')])
    process.kill(lamplighter.pid, 'SIGKILL') // Playwright lets go of it only by a line that nobody reads now
    expect(answer).toBe('Lamplighter')
  })

  test('starts again while the last one is still ending', async ({ start, world }) => {
    test.skip(process.platform !== 'linux', 'what it started is read from /proc')
    const config = join(world.env.LAMPLIGHTER_HOME ?? '', 'config.json')
    const hooks = { refreshed: ['sleep', '60'] } // which is given a few seconds at the end
    writeFileSync(config, JSON.stringify({ ...JSON.parse(readFileSync(config, 'utf8')), hooks }))
    const first = await start({ args: ['--background'] })
    await running(first)
    await expect.poll(() => childrenOf(first.pid, 'sleep'), { timeout: 60_000 }).toHaveLength(1)
    const ended = first.terminate()
    expect(await Promise.race([ended, pause(500, 'still ending')])).toBe('still ending')
    const second = await start({ args: ['--background'] })
    await running(second)
    expect(await ended).toBe(0)
  })

  test('ends cleanly on SIGTERM and leaves nothing locked', async ({ start }) => {
    test.skip(process.platform === 'win32', 'Windows has no SIGTERM')
    const lamplighter = await start()
    await running(lamplighter)
    expect(await lamplighter.terminate()).toBe(0)
    // The next one is the scheduler again, at once.
    expect(await running(await start())).toContain('next refresh:')
  })
})
