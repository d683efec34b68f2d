import { AppError } from '../../base/errors.ts'
import { createRpcServer } from '../../host/rpc-server.ts'
import { ownCommand } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

/** The other end of platform/socket/worker-process.ts. */
export const exchange = ownCommand({
  name: 'exchange',
  usage: 'exchange',
  summary: 'makes exchanges for another lamplighter command, and outlives it',
  internal: true,
  examples: ['exchange'],
  words: { min: 0, max: 0 },
  flags: {},
  async own({ core, ports, stdio }) {
    if (!stdio) throw new AppError('ARGUMENT_INVALID', 'There is no standard input to be asked on.')
    await core.start({ schedule: false })
    const wire = stdio()
    const counter = createRpcServer(core, ports, ports.process.label)
    counter.serve(wire, 'pipe')
    await wire.closed
    await counter.close()
    return EXIT.ok
  },
})
