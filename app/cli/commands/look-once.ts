/** How things are now: as a running host sees them, else as this process finds them. */
import { findHost } from '../../rpc/handshake-client.ts'
import type { Io, Machinery } from '../io/command.ts'
import type { StatusInput } from '../io/status-text.ts'

export async function lookOnce({ core, ports }: Machinery, io: Io): Promise<StatusInput> {
  const host = await findHost(ports)
  if (host) {
    const overview = await host.ask('overview', undefined)
    host.peer.close()
    return { host: host.who, overview, nowMs: io.now() }
  }
  await core.start({ schedule: false })
  return { host: undefined, overview: core.overview(), nowMs: io.now() }
}
