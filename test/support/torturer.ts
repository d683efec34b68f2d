/** A process that asks for a token again and again, until somebody kills it. */
import { createCore } from '../../app/core.ts'
import { createNodePorts } from '../../app/platform/node-ports.ts'

const [profile = ''] = process.argv.slice(2)
const ports = createNodePorts({ label: 'torturer', logLevel: 'silent' })

process.stdout.write('up\n')
for (;;) {
  const core = createCore(ports)
  await core.start({ schedule: false })
  await core.token(profile).catch(() => undefined) // needs a login, or a wait: the parent looks at that
  await core.close()
  await new Promise((resolve) => setTimeout(resolve, 5))
}
