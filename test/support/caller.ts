/** A process that asks for one token many times at once. Prints what it got, hashed. */
import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { createCore } from '../../app/core.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'

const [profile = '', count = '1', gate = ''] = process.argv.slice(2)

const core = createCore(createNodePorts({ label: 'caller' }))
await core.start({ schedule: false })
writeFileSync(`${gate}.ready.${process.pid}`, '')
while (!existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 2))
const asks = Array.from({ length: Number(count) }, () => core.token(profile))
writeFileSync(`${gate}.passed.${process.pid}`, '')
const results = await Promise.allSettled(asks)
await core.close()

const tokens = results.flatMap((result) =>
  result.status === 'fulfilled'
    ? [createHash('sha256').update(result.value.accessToken.expose()).digest('hex')]
    : [],
)
const failures = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []))
process.stdout.write(JSON.stringify({ tokens, failures }))
