/** Each test file is run by one runner, once: what no pattern catches would lie there and never fail. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import playwrightConfig from '../e2e/playwright.config.ts'

const root = resolve(import.meta.dirname, '..', '..')
const e2e = join(root, 'test', 'e2e')

function testFiles(): readonly string[] {
  const all = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  return all
    .filter((path) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(path))
    .map((path) => join(root, 'test', path))
}

/** What Vitest itself finds with its configuration: a line for each project that runs the file. */
async function vitestRuns(): Promise<readonly { readonly file: string; readonly projectName: string }[]> {
  const cli = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
  const args = [cli, 'list', '--filesOnly', '--json', '--root', root]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env, maxBuffer: 2 ** 24 })
  return JSON.parse(stdout)
}

/** Playwright can list only what it has loaded, and an end-to-end test loads Electron: its pattern is asked instead. */
function playwrightRuns(file: string): boolean {
  const { testDir = '.', testMatch } = playwrightConfig
  if (!(testMatch instanceof RegExp))
    throw new Error('testMatch of playwright.config.ts is one regular expression')
  const within = relative(resolve(e2e, testDir), file)
  return !within.startsWith('..') && testMatch.test(file)
}

test('each test file belongs to one project of one runner', async () => {
  const runners = new Map<string, string[]>(testFiles().map((file) => [file, []]))
  expect(runners.size).toBeGreaterThan(0)
  for (const { file, projectName } of await vitestRuns()) runners.get(resolve(file))?.push(projectName)
  for (const [file, names] of runners) if (playwrightRuns(file)) names.push('e2e')
  const wrong = [...runners]
    .filter(([, names]) => names.length !== 1)
    .map(
      ([file, names]) => `${relative(root, file).split(sep).join('/')}: ${names.join(' and ') || 'nobody'}`,
    )
  expect(wrong).toEqual([])
  expect(new Set([...runners.values()].flat())).toEqual(
    new Set(['unit', 'integration', 'fleet', 'programs', 'e2e']),
  )
})

test('what npm runs stops in words on a Node.js that is too old, before anything else is loaded', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const files = Object.values<string>(scripts).flatMap((line) => /^node (scripts\/\S+)/.exec(line)?.[1] ?? [])
  expect(files).toContain('scripts/start.mjs')
  for (const file of files) {
    const [first] = /^import .*$/m.exec(readFileSync(join(root, file), 'utf8')) ?? []
    expect(first, file).toMatch(/^import '\.\.?\/node-version\.mjs'$/)
  }
})
