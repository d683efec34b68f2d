import { AppError } from '../errors.ts'
import { bridge } from '../host/bridge.ts'
import { createCounter } from '../host/counter.ts'
import type { HostWire, Ports } from '../ports.ts'
import type { OwnCommand } from './command.ts'
import { EXIT } from './exit-codes.ts'

/** What another machine runs here through ssh. Standard output belongs to the protocol alone. */
export const answer: OwnCommand = {
  name: 'answer',
  usage: 'answer',
  summary: 'answers another machine on standard input and output',
  internal: true,
  words: { min: 0, max: 0 },
  async own({ core, ports, stdio }) {
    if (!stdio) throw new AppError('ARGUMENT_INVALID', 'There is no standard input to be asked on.')
    const host = await connect(ports)
    const far = stdio()
    if (host) {
      await bridge(far, host, ports.process.pid)
      return EXIT.ok
    }
    await core.start({ schedule: false })
    const counter = createCounter(core, ports, ports.process.label)
    counter.serve(far, undefined)
    await far.closed
    await counter.close()
    return EXIT.ok
  },
}

async function connect(ports: Ports): Promise<HostWire | undefined> {
  try {
    return await ports.socket.connect()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ports.log.warn('the running host cannot be asked', { error })
    return undefined
  }
}
