/** Ports of the loopback address that nobody has just now. */
import { once } from 'node:events'
import { createServer } from 'node:net'

export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'))
  await Promise.all(servers.map((server) => once(server, 'listening')))
  const ports = servers.map((server) => (server.address() as { port: number }).port)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return ports
}

/** One of them whose next one is free, too: an etcd listens on both. */
export async function freePortWithNext(): Promise<number> {
  for (;;) {
    const [port = 0] = await freePorts(1)
    const next = createServer().listen(port + 1, '127.0.0.1')
    const isFree = await once(next, 'listening').then(
      () => true,
      () => false, // somebody has it
    )
    if (!isFree) continue
    await new Promise((resolve) => next.close(resolve))
    return port
  }
}
