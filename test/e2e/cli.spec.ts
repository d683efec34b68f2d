/** The command line beside the running application: same core, same locks, and each hears of the other. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { row } from './support/rows.ts'
import { expect, test } from './support/test.ts'

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli', 'lamplighter.cjs')

test('the command line and the window tell each other', async ({ start, world }) => {
  const window = await (await start()).window()
  await expect(window.getByRole('heading', { name: 'One login needs you' })).toBeVisible()
  const lamplighter = async (...words: readonly string[]): Promise<string> => {
    const env = { PATH: process.env.PATH ?? '', ...world.env }
    return (await promisify(execFile)(process.execPath, [CLI, ...words], { env })).stdout
  }

  // The application finds out about bob, and the command line reads it from the journal.
  const states = async (): Promise<readonly string[]> => {
    const { version, profiles } = JSON.parse(await lamplighter('list', '--json'))
    expect(version).toBe(1)
    return profiles.map((one: { state: string }) => one.state)
  }
  await expect.poll(states).toContain('needs-login')
  expect(await states()).toHaveLength(6)

  const before = world.stored('ada@example.test')[0]?.refresh
  await row(window, 'ada@example.test', 'OpenClaw').click()
  await lamplighter('refresh', 'ada@example.test')
  const after = world.stored('ada@example.test')
  expect(after[0]?.refresh).not.toBe(before)
  expect(new Set(after.map((held) => held.refresh)).size).toBe(1)
  const token = (await lamplighter('token', 'ada@example.test')).trim()
  expect(token).toBe(after[0]?.access)

  await window.keyboard.press('4')
  await expect(window.getByRole('heading', { name: 'History', exact: true })).toBeVisible()
  await expect(window.getByText('ada@example.test').first()).toBeVisible()
  const { events } = JSON.parse(await lamplighter('history', '--json'))
  const ofAda = (event: { account: string }) => event.account === 'ada@example.test' // others may be due by now
  expect(events.find(ofAda)).toMatchObject({
    kind: 'refreshed',
    // The running application did it, for that process.
    process: 'Lamplighter',
    askedBy: expect.stringMatching(/^lamplighter refresh \(pid \d+\)$/),
  })
})
