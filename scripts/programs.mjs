// The programs whose logins are written, as they are: fetched from npm into a cache folder, and driven against a server on
// this machine. `--there` fetches nothing and runs what is there. Nothing of them is installed, no script of theirs is run.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { say } from './progress.mjs'
import { run } from './run.mjs'

const root = dirname(import.meta.dirname)
const cache = process.env.LAMPLIGHTER_PROGRAMS ?? join(homedir(), '.cache', 'lamplighter-programs')
/** What is measured with a version holds for that one: the table in docs/logins.md names it. */
const PROGRAMS = [
  { name: 'mcp-remote', version: '0.15.1', megabytes: 10 },
  { name: 'opencode-ai', version: '1.18.33', megabytes: 354 },
  { name: '@openai/codex', version: '0.171.0', megabytes: 424 },
  { name: '@anthropic-ai/claude-code', version: '2.1.332', megabytes: 384 },
  { name: '@xai-official/grok', version: '1.0.41', megabytes: 48 },
  // It runs in a network of its own, which only Linux gives, and asks for Node.js 24.16 or newer.
  ...(process.platform === 'linux'
    ? [
        { name: 'openclaw', version: '2026.9.6', megabytes: 599, args: ['--omit=optional'] },
        { name: `node-linux-${process.arch}`, version: '24.22.3', megabytes: 189 },
      ]
    : []),
]

const words = process.argv.slice(2)
const onlyThere = words.includes('--there')
for (const program of PROGRAMS) await fetch(program)
process.exitCode = await vitest(words.filter((word) => word !== '--there'))

async function fetch({ name, version, megabytes, args: more = [] }) {
  const folder = join(cache, `${name.replace('@', '').replace('/', '-')}-${version}`)
  const isThere = () => existsSync(join(folder, 'node_modules', name, 'package.json'))
  if (isThere()) return
  if (onlyThere)
    return say(`${name} ${version} is not there, and its tests do not run: npm run test:programs`)
  say(`fetching ${name} ${version}, ${megabytes} MB`)
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, ...more]
  const { code, output } = await run('npm', [...args, `${name}@${version}`], {
    cwd: folder,
    shell: process.platform === 'win32', // npm is a .cmd there
  })
  if (code !== 0 || !isThere())
    say(`${name} ${version} could not be fetched, and its tests do not run: ${output}`)
}

function vitest(args) {
  const cli = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const env = { ...process.env, LAMPLIGHTER_PROGRAMS: cache }
  const child = spawn(process.execPath, [cli, 'run', '--project', 'programs', ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code ?? 1))
  })
}
