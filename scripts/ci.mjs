// Everything that must hold before a change goes in, in the order of how quickly it can fail.
// Stops at the first failing step; the last line counts the tests of every step that ran.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ensureSystem } from './system.mjs'

const root = dirname(import.meta.dirname)
const reports = mkdtempSync(join(tmpdir(), 'lamplighter-ci-'))
process.on('exit', () => rmSync(reports, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))

const STEPS = [
  { name: 'types', script: 'types' },
  { name: 'lint', script: 'lint' },
  { name: 'unit', script: 'test:unit', ...vitest('unit') },
  {
    name: 'integration',
    script: 'test:integration',
    programs: ['openssl', 'dbus-daemon', 'ssh', 'sshd', 'age', 'gnome-keyring-daemon'],
    ...vitest('integration'),
  },
  { name: 'programs', script: 'test:programs', mayBeEmpty: true, ...vitest('programs', ['--there']) },
  { name: 'e2e', script: 'test:e2e', ...playwright('e2e') },
]
const wanted = process.argv.slice(2) // names of steps; none means all
const unknown = wanted.filter((name) => !STEPS.some((step) => step.name === name))
if (unknown.length > 0) throw new Error(`no such step: ${unknown.join(', ')}`)

const results = []
for (const step of STEPS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  results.push(await perform(step))
  if (!results.at(-1).ok) break
}
summarize()

async function perform(step) {
  console.log(`\n── ${step.name} ${'─'.repeat(Math.max(0, 60 - step.name.length))}`)
  const startedAtMs = performance.now()
  try {
    if (step.programs) await ensureSystem({ programs: step.programs, forTests: true })
  } catch (error) {
    return {
      name: step.name,
      ok: false,
      seconds: '0.0',
      passed: 0,
      failed: 1,
      tests: true,
      why: error.message,
    }
  }
  const code = await npmRun(step)
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1)
  if (step.count === undefined)
    return { name: step.name, ok: code === 0, seconds, passed: 0, failed: code === 0 ? 0 : 1 }

  const counts = readCounts(step)
  const isEmpty = counts !== undefined && counts.passed + counts.failed === 0 && step.mayBeEmpty !== true
  const why = counts === undefined ? 'left no report' : isEmpty ? 'ran no test' : undefined
  const ok = code === 0 && why === undefined && counts.failed === 0
  const { passed, failed } = counts ?? { passed: 0, failed: 0 }
  return { name: step.name, ok, seconds, passed, failed: ok ? 0 : Math.max(1, failed), tests: true, why }
}

function npmRun({ script, args = [], env = {} }) {
  const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }), ...env }, // logs stay readable
    shell: process.platform === 'win32', // npm is a .cmd there
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function vitest(name, words = []) {
  const file = join(reports, `${name}.json`)
  const count = ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })
  return {
    file,
    count,
    args: [...words, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  }
}

function playwright(name) {
  const file = join(reports, `${name}.json`)
  // Flaky means that it passed at a second try: that is not passing.
  const count = ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky })
  return { file, count, args: ['--reporter=list,json'], env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }
}

function readCounts({ file, count }) {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined // the runner died before it could write: the step failed, and says so
  }
}

function summarize() {
  console.log('')
  for (const { name, ok, seconds, passed, failed, tests, why } of results) {
    const counted = tests ? `, ${passed} passed, ${failed} failed` : ''
    console.log(`${name.padEnd(12)} ${ok ? 'ok' : 'FAILED'}${why ? `: ${why}` : ''}${counted} (${seconds} s)`)
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1
}
