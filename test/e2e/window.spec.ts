/** The window comes and goes; the program stays, and costs less while nobody looks. Each test leaves it open. */
import type { Page } from '@playwright/test'
import { bridgeOf } from './support/bridge.ts'
import { type Lamplighter, running } from './support/launch.ts'
import { type Memory, memoryOf } from './support/memory.ts'
import { openSession, type Session } from './support/session.ts'
import { expect, test } from './support/test.ts'

test.skip(process.platform !== 'linux', 'memory is counted in /proc')

const SIZE = { width: 900, height: 600 }
const QUICK_MS = 3_000 // 0.4 s on two quiet cores

let session: Session
let lamplighter: Lamplighter

test.beforeAll(async () => {
  session = await openSession()
  lamplighter = await session.start()
  await running(lamplighter)
})
test.afterAll(() => session.close())

async function ready(page: Page): Promise<Page> {
  await expect(page.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  return page
}

async function open(): Promise<Page> {
  const opened = lamplighter.app.waitForEvent('window')
  await session.panel.click('Open Lamplighter')
  return ready(await opened)
}

/** As a person closes it; Playwright's own way skips what the program does at that moment. */
async function close(page: Page): Promise<void> {
  const closed = page.waitForEvent('close')
  await lamplighter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await closed
}

/** The lowest of a few: pages are still being given back for a moment. */
async function memory(): Promise<Memory> {
  const samples: Memory[] = []
  for (let sample = 0; sample < 4; sample++) {
    await new Promise((resolve) => setTimeout(resolve, 500))
    samples.push(memoryOf(lamplighter.pid))
  }
  const lowest = (name: keyof Memory) => Math.round(Math.min(...samples.map((sample) => sample[name])))
  return { pss: lowest('pss'), own: lowest('own') }
}

const windows = () => lamplighter.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)

test('is destroyed when it is closed, comes back quickly, and leaves nothing behind', async () => {
  const page = await ready(await lamplighter.window())
  const shown = await memory()
  await close(page)
  expect(await windows()).toBe(0)
  let closed = await memory()
  for (const endMs = Date.now() + 30_000; closed.own / shown.own >= 0.9 && Date.now() < endMs; )
    closed = await memory() // a busy machine takes its time to end the processes behind a window
  const took: number[] = []
  for (let round = 0; round < 4; round++) {
    const startedMs = performance.now()
    const again = await open()
    took.push(Math.round(performance.now() - startedMs))
    expect(await windows()).toBe(1)
    await close(again)
  }
  const closedAgain = await memory()
  await open()
  const reopened = await memory()
  const stages = { shown, closed, closedAgain, reopened }
  const measured = `MB ${JSON.stringify(stages)}, reopened in ${took.join(', ')} ms`
  test.info().annotations.push({ type: 'measured', description: measured })
  expect(shown.own, measured).toBeGreaterThan(0)
  expect(closed.own / shown.own, measured).toBeLessThan(0.9)
  expect(closedAgain.own / closed.own, measured).toBeLessThan(1.3)
  expect(reopened.own / shown.own, measured).toBeLessThan(1.3)
  expect(Math.min(...took), measured).toBeLessThan(QUICK_MS)
})

test('comes back with the size it had', async () => {
  const page = await lamplighter.window()
  await lamplighter.app.evaluate(({ BrowserWindow }, size) => {
    BrowserWindow.getAllWindows()[0]?.setSize(size.width, size.height)
  }, SIZE)
  await close(page)
  await open()
  const size = await lamplighter.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getSize(),
  )
  expect(size).toEqual([SIZE.width, SIZE.height])
})

test('is told what runs here, what it is made of and where things are', async () => {
  const page = await lamplighter.window()
  const reply = await page.evaluate((bridge) => bridge.request('about:get'), await bridgeOf(page))
  const about = reply.ok ? reply.value : undefined
  expect(about?.version).toMatch(/^\d+\.\d+\.\d+/)
  expect(about?.electron).toMatch(/^\d+\./)
  expect(about?.platform).toContain(process.platform)
  expect(about?.paths.find(({ label }) => label === 'Settings')?.path).toContain(session.folder)
  const names = about?.libraries.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['electron', 'chromium', 'react', 'zod', '@napi-rs/keyring']))
  expect(about?.libraries.filter(({ version, licence }) => !version || !licence)).toEqual([])
})
