// The programs whose logins are found, as they are: fetched from npm and from Debian into a cache folder, and driven against a
// server on this machine. `--there` fetches nothing and runs what is there. Nothing of them is installed, no script of theirs
// is run. What was there, in which version, is said at the end.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { onlyRelease, planDebian, unpackDebian } from './debian.mjs'
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
  { name: '@github/copilot', version: '1.0.102', megabytes: 189 },
  { name: '@google/gemini-cli', version: '0.61.0', megabytes: 100 },
  { name: '@moonshot-ai/kimi-code', version: '2.1.0', megabytes: 120 },
  // It runs in a network of its own, which only Linux gives, and asks for Node.js 24.16 or newer.
  ...(process.platform === 'linux'
    ? [
        { name: 'openclaw', version: '2026.9.6', megabytes: 599, args: ['--omit=optional'] },
        { name: `node-linux-${process.arch}`, version: '24.22.3', megabytes: 189 },
      ]
    : []),
]

/** In the version that this system's release has, and where that is older than a person's, in that of another release. */
const DEBIAN = [
  { name: 'gh', megabytes: 39 },
  { name: 'gh', release: 'trixie', megabytes: 35 },
  { name: 'awscli', megabytes: 131 },
  { name: 'azure-cli', megabytes: 751 },
]

const words = process.argv.slice(2)
const onlyThere = words.includes('--there')
const there = []
const missing = []
for (const program of PROGRAMS) await fetch(program)
if (process.platform === 'linux') for (const program of DEBIAN) await unpack(program)
process.exitCode = await vitest(words.filter((word) => word !== '--there'))
say(`run with what was there: ${there.join(', ') || 'nothing'}`)
if (missing.length > 0) say(`not there, and their tests did not run: ${missing.join(', ')}`)

async function fetch({ name, version, megabytes, args: more = [] }) {
  const folder = join(cache, `${name.replace('@', '').replace('/', '-')}-${version}`)
  const label = `${name} ${version}`
  const isThere = () => existsSync(join(folder, 'node_modules', name, 'package.json'))
  if (isThere()) return there.push(label)
  if (onlyThere) return missing.push(label)
  say(`fetching ${name} ${version}, ${megabytes} MB`)
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder, ...more]
  const { code, output } = await run('npm', [...args, `${name}@${version}`], {
    cwd: folder,
    shell: process.platform === 'win32', // npm is a .cmd there
  })
  if (code === 0 && isThere()) return there.push(label)
  missing.push(label)
  say(`${label} could not be fetched, and its tests do not run: ${output}`)
}

/** Its version is in the folder's name. */
async function unpack({ name, release, megabytes }) {
  const start = `${release ?? 'debian'}-${name}-`
  const label = `Debian's ${name}${release ? ` of ${release}` : ''}`
  const folder = existsSync(cache) && readdirSync(cache).find((one) => one.startsWith(start))
  if (folder) return there.push(`${label} ${folder.slice(start.length)}`)
  if (onlyThere) return missing.push(label)
  const apt = release ? await onlyRelease(release, join(cache, `apt-${release}`)) : []
  const { version, packages, why: unplanned } = await planDebian(name, apt)
  if (version) say(`fetching ${label} ${version}, ${megabytes} MB`)
  const why = unplanned ?? (await unpackDebian(packages, join(cache, `${start}${version}`), apt))
  if (why === undefined) return there.push(`${label} ${version}`)
  missing.push(label)
  say(`${label} could not be fetched, and its tests do not run: ${why}`)
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
