/**
 * Processes that refresh against a real rotating provider are killed at random. Seeded as far as the operating system
 * lets it be: TORTURE_SEED and TORTURE_SECONDS repeat or lengthen a run.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createCore } from '../../../app/core.ts'
import { createJournal } from '../../../app/engine/journal/journal.ts'
import { parseJournalEntry } from '../../../app/model/journal-entry.ts'
import { Secret } from '../../../app/model/secret.ts'
import { createNodePorts } from '../../../app/platform/node-ports.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { startAuthorizationServer } from '../../fakes/authorization-server.ts'
import { bundleForNode } from '../../support/bundle.ts'
import { makeHome } from '../../support/home.ts'
import { PROFILE } from '../../support/home-machine.ts'

const SEED = Number(process.env['TORTURE_SEED'] ?? Date.now() % 1_000_000)
const SECONDS = Number(process.env['TORTURE_SECONDS'] ?? 10)
const PROCESSES = 4

interface Running {
  readonly child: ChildProcess
  /** It has begun, or ended. */
  readonly up: Promise<unknown>
  readonly gone: Promise<unknown>
}

/** Mulberry32: small, and the same everywhere. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

describe(`kill -9 at random (TORTURE_SEED=${SEED})`, () => {
  it(
    'corrupts nothing, loses no grant, and spends no token twice',
    async () => {
      const random = randomOf(SEED)
      const server = await startAuthorizationServer({ tokenTtl: 1 })
      const home = await makeHome()
      await home.writeConfig({ providers: { acme: { issuer: server.issuer, clientId: server.clientId } } })
      const ports = createNodePorts({ label: 'parent', env: home.env, logLevel: 'silent' })
      const vault = createVault(ports)
      const journal = createJournal(ports)
      const script = await bundleForNode('test/support/torturer.ts', 'torturer')
      const count = { kills: 0, logins: 0, interrupted: 0, corrupt: 0, lies: 0 }

      const signIn = async (): Promise<void> => {
        count.logins++
        const grant = await server.mint({ account: 'ada', expiresInSec: 1 })
        await vault.add({
          id: PROFILE,
          provider: 'acme',
          credential: {
            kind: 'oauth',
            accessToken: new Secret(grant.access_token),
            refreshToken: new Secret(grant.refresh_token),
            expiresAtMs: Date.now() + 1000,
            account: { email: grant.account.email },
            generation: count.logins,
          },
        })
      }

      /** A request that was interrupted must say so, and nothing else may need a person. */
      const lookAfterGrant = async (): Promise<void> => {
        const core = createCore(ports)
        await core.start({ schedule: false })
        const { status, fingerprint = '' } = core.profile(PROFILE)
        const ticket = await journal.read(fingerprint)
        await core.close()
        const dead = ticket?.state === 'asking' && !journal.isOwnerAlive(ticket)
        if (status.kind === 'needs-login') count.lies++
        if (dead || ticket?.state === 'unknown') {
          count.interrupted++ // died between sending and keeping the reply: a minute's wait, or a sign-in
          await signIn()
        }
      }

      await signIn()
      server.requests.reset()
      const start = (): Running => {
        const stdio = ['ignore', 'pipe', 'ignore'] as const
        const child = spawn(process.execPath, [script, PROFILE], { env: home.env, stdio: [...stdio] })
        const up = new Promise((resolve) => child.stdout?.once('data', resolve))
        const gone = new Promise((resolve) => child.once('close', resolve))
        return { child, up: Promise.race([up, gone]), gone }
      }
      const running = Array.from({ length: PROCESSES }, start)
      const refreshes = () => server.requests.token.filter((one) => one.status === 200).length
      const endMs = Date.now() + SECONDS * 1000
      while (Date.now() < endMs || refreshes() === 0) {
        const slot = Math.floor(random() * PROCESSES)
        await running[slot]?.up // a busy machine takes seconds to start one, and there is nothing to kill yet
        await pause(60 + random() * 340)
        running[slot]?.child.kill('SIGKILL')
        count.kills++
        running[slot] = start()
        await lookAfterGrant()
      }
      for (const { child } of running) child.kill('SIGKILL')
      await Promise.all(running.map(({ gone }) => gone))

      for (const folder of [home.path, join(home.path, 'state', 'journal')]) {
        for (const name of (await readdir(folder)).filter((one) => one.endsWith('.json'))) {
          try {
            const text = await readFile(join(folder, name), 'utf8')
            if (folder === home.path) JSON.parse(text)
            else parseJournalEntry(text, name)
          } catch (error) {
            count.corrupt++
            expect.soft(error).toBeUndefined()
          }
        }
      }
      const { reuses, invalidGrants } = server.requests
      console.log(JSON.stringify({ seed: SEED, ...count, refreshes: refreshes(), reuses, invalidGrants }))
      expect({ corrupt: count.corrupt, lies: count.lies, reuses, invalidGrants }).toEqual({
        corrupt: 0,
        lies: 0,
        reuses: 0,
        invalidGrants: 0,
      })
      expect(refreshes()).toBeGreaterThan(0)
      await server.close()
      await home.remove()
    },
    (SECONDS + 170) * 1000,
  )
})
