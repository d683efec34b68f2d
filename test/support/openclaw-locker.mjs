// Takes, holds and lets go of a lock file as OpenClaw 2026.3.13 does: open exclusively, write, delete once standard input
// ends.
import { once } from 'node:events'
import { open, rm } from 'node:fs/promises'

const [path, release = 'release'] = process.argv.slice(2)
const file = await open(path, 'wx')
await file.writeFile(JSON.stringify({ pid: process.pid, createdAt: new Date().toISOString() }, null, 2))
process.stdout.write('held\n')
await once(process.stdin.resume(), 'end')
if (release === 'release') {
  await file.close()
  await rm(path, { force: true })
}
process.exit(0)
