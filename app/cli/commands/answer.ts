import { AppError } from '../../base/errors.ts'
import type { HostChannel, Ports } from '../../base/ports.ts'
import { relay } from '../../host/relay.ts'
import { createRpcServer } from '../../host/rpc-server.ts'
import { channelPair } from '../../rpc/channel-pair.ts'
import { ownCommand } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

/** What another machine runs here through ssh. Standard output belongs to the protocol alone. */
export const answer = ownCommand({
  name: 'answer',
  usage: 'answer',
  summary: 'answers another machine on standard input and output',
  internal: true,
  examples: ['answer'],
  words: { min: 0, max: 0 },
  flags: {},
  async own({ core, ports, stdio }) {
    if (!stdio) throw new AppError('ARGUMENT_INVALID', 'There is no standard input to be asked on.')
    const host = await connect(ports)
    if (host) {
      await relay(stdio(), host, ports)
      return EXIT.ok
    }
    await core.start({ schedule: false })
    const counter = createRpcServer(core, ports, ports.process.label)
    const [near, inside] = channelPair()
    counter.serve(inside, undefined)
    await relay(stdio(), { ...near, key: '' }, ports) // whoever asks is called the same as by a running host
    await counter.close()
    return EXIT.ok
  },
})

async function connect(ports: Ports): Promise<HostChannel | undefined> {
  try {
    return await ports.socket.connect()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    ports.log.warn('the running host cannot be asked', { error })
    return undefined
  }
}
