/** A process of its own that renews one login, many times, each time from what it finds under the lock. */
import { mkdirSync, rmdirSync } from 'node:fs'
import { Secret } from '../../app/model/secret.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'
import { openaiCodex } from '../../app/providers/openai-codex.ts'
import { createOpenClawStore } from '../../app/stores/openclaw/store.ts'

const [rounds = '0', marker = ''] = process.argv.slice(2)

const store = createOpenClawStore(createNodePorts({ label: 'racer' }), () => openaiCodex)
const holders = (await store.scan()).entries.map((entry) => entry.holder)
const outcomes: string[] = []
for (let round = 0; round < Number(rounds); round++) {
  const lock = await store.writing.lock(holders, 50_000)
  try {
    mkdirSync(marker) // throws when somebody else is inside
    for (const holder of holders) {
      const now = (await store.read(holder))?.credential
      if (!now?.accessToken) throw new Error(`${holder.id} is gone`)
      const count = Number(now.accessToken.expose().split('-').at(-1)) + 1
      const next = {
        ...now,
        accessToken: new Secret(`access-${count}`),
        refreshToken: new Secret(`refresh-${count}`),
      }
      outcomes.push(await store.writing.replace(holder, next, now))
    }
    rmdirSync(marker)
  } finally {
    await lock.release()
  }
}
process.stdout.write(JSON.stringify(outcomes))
