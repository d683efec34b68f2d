// 10,000 logins: how long to load, how much memory each, and what an hour-long wait costs while nothing is due.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeHome } from '../home.mjs'
import { short } from '../stats.mjs'

export const title = '10,000 profiles'
const AGENTS = 50
const EACH = 200
const HOUR = 3_600_000

export async function measure({ endpoint, isQuick }) {
  const home = makeHome(endpoint)
  fill(home)
  const idleMs = isQuick ? 5_000 : 60_000
  const run = async (what) => {
    const child = fork(join(import.meta.dirname, '..', 'idle-process.mjs'), [what, String(idleMs)], {
      execArgv: ['--expose-gc'],
      env: { ...home.env, NODE_ENV: 'test' },
    })
    const [answer] = await once(child, 'message')
    await once(child, 'exit')
    return answer
  }
  const [empty, full] = await Promise.all([run('empty'), run('core')]) // the same minute
  home.remove()
  const bytes = (full.heapBytes - empty.heapBytes) / (AGENTS * EACH)
  const seconds = idleMs / 1000
  return {
    rows: [
      {
        what: 'loading them',
        measured: `${short(full.loadMs)} ms for ${full.profiles.toLocaleString('en-US')}`,
      },
      { what: 'memory for each, heap after a collection', measured: `${short(bytes)} bytes` },
      {
        what: `processor time of an idle ${seconds} s`,
        baseline: `an empty process ${short(empty.cpuMs)} ms`,
        measured: `${short(full.cpuMs)} ms`,
        ratio: `${short((full.cpuMs / idleMs) * 100)} % of one core`,
      },
    ],
    notes: [`${EACH} logins in each of ${AGENTS} agents' files, with the schedule running`],
  }
}

function fill(home) {
  for (let agent = 0; agent < AGENTS; agent++) {
    const profiles = {}
    for (let n = 0; n < EACH; n++) {
      const email = `person-${agent}-${n}@example.test`
      const tokens = {
        access: `at-${agent}-${n}`.padEnd(60, 'x'),
        refresh: `rt-${agent}-${n}`.padEnd(60, 'x'),
      }
      const expires = Date.now() + (10 + n) * HOUR
      profiles[`acme:${email}`] = { type: 'oauth', provider: 'acme', ...tokens, expires, email }
    }
    const folder = join(home.root, 'openclaw', 'agents', `agent-${agent}`, 'agent')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(join(folder, 'auth-profiles.json'), JSON.stringify({ version: 1, profiles }), {
      mode: 0o600,
    })
  }
}
