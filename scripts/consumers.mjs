// `npm run test:consumers`: real programs take their tokens from the helpers. Those that are missing are fetched first:
// Debian's with apt-get (root only), pnpm from npm into a throw-away folder; what cannot be had here is named, and fails.
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { say, step } from './progress.mjs'
import { mustRun, run } from './run.mjs'
import { hasProgram } from './system.mjs'

const root = dirname(import.meta.dirname)
/** The program, and Debian's packages with it. */
const DEBIAN = {
  git: ['git'],
  curl: ['curl'],
  openssl: ['openssl'],
  docker: ['docker-cli'],
  kubectl: ['kubernetes-client'],
  aws: ['awscli'],
  cargo: ['cargo'],
  pip: ['python3-pip'],
  msmtp: ['msmtp'],
  mbsync: ['isync', 'libsasl2-modules-kdexoauth2'],
}
const ELSEWHERE = {
  terraform: 'https://developer.hashicorp.com/terraform/install',
  gcloud: 'https://cloud.google.com/sdk/docs/install',
}
const PNPM = 'pnpm@10'
/** Claude Code and Codex, some hundred megabytes each: they run where `npm run test:programs` has put them. */
const agents = process.env.LAMPLIGHTER_PROGRAMS ?? join(homedir(), '.cache', 'lamplighter-programs')

const folder = mkdtempSync(join(tmpdir(), 'lamplighter-consumers-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

await fetchDebian()
if (!hasProgram('pnpm')) {
  await step(`fetching ${PNPM}`, () =>
    mustRun('npm', ['install', '--no-save', '--ignore-scripts', '--prefix', folder, PNPM]),
  )
}
for (const [name, where] of Object.entries(ELSEWHERE))
  if (!hasProgram(name)) say(`${name} is missing: ${where}`)

if (!existsSync(agents)) say(`Claude Code and Codex are missing, and not tested: npm run test:programs`)

const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const args = [vitest, 'run', '--project', 'integration', 'test/consumers', ...process.argv.slice(2)]
const path = [process.env.PATH, join(folder, 'node_modules', '.bin')].join(delimiter)
const child = spawn(process.execPath, args, {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PATH: path, LAMPLIGHTER_CONSUMERS: 'all', LAMPLIGHTER_PROGRAMS: agents },
})
child.on('close', (code) => process.exit(code ?? 1))

async function fetchDebian() {
  const missing = Object.keys(DEBIAN).filter((name) => !hasProgram(name))
  if (missing.length === 0) return
  if (!hasProgram('apt-get') || process.getuid?.() !== 0)
    return say(`missing, and not fetched: ${missing.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`installing ${missing.join(', ')}`, async () => {
    await run('apt-get', ['update', '-q'], { env })
    for (const name of missing) {
      const { code } = await run(
        'apt-get',
        ['install', '-y', '-q', '--no-install-recommends', ...DEBIAN[name]],
        { env },
      )
      if (code !== 0) say(`apt-get has no ${name} here`)
    }
  })
}
