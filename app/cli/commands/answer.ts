import { AppError } from '../../base/errors.ts'
import type { HostChannel, Ports } from '../../base/ports.ts'
import { relay } from '../../host/relay.ts'
import { createRpcServer } from '../../host/rpc-server.ts'
import { channelPair } from '../../rpc/channel-pair.ts'
import { relayProof } from '../../rpc/relay-proof.ts'
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
      await relay(stdio(), host.wire, ports, host.proof)
      return EXIT.ok
    }
    await core.start({ schedule: false })
    const counter = createRpcServer(core, ports, ports.process.label)
    const [near, inside] = channelPair()
    counter.serve(inside, 'ssh')
    await relay(stdio(), { ...near, key: '' }, ports, undefined) // whoever asks is called the same as by a running host
    await counter.close()
    return EXIT.ok
  },
})

/** Without the key that seals the vault this process is no relay to a host: it answers by itself, with what it can read. */
async function connect(
  ports: Ports,
): Promise<{ readonly wire: HostChannel; readonly proof: string } | undefined> {
  let wire: HostChannel | undefined
  try {
    wire = await ports.socket.connect()
    return wire && { wire, proof: await relayProof(ports, wire.key) }
  } catch (error) {
    wire?.close()
    if (!(error instanceof AppError)) throw error
    ports.log.warn('the running host cannot be asked', { error })
    return undefined
  }
}
