/**
 * The LocalSocket port. One lock in the state folder says who listens; host.json beside it says where, and with which
 * key. Node.js tells nobody who is at the other end of a socket: whoever can read the key is the same user.
 * Cannot detect: that somebody removed the socket or host.json under a host that runs; callers then do without it.
 */
import { randomBytes } from 'node:crypto'
import { chmodSync, lstatSync, mkdirSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../base/errors.ts'
import type { HostChannel, HostListening, LineChannel, LocalSocket, Lock } from '../../base/ports.ts'
import { asStoreError } from '../files/system-error.ts'
import { createRandom } from '../keyring/random.ts'
import { ownStart } from '../process/process-start.ts'
import { type HostAddress, hostAddress } from './host-address.ts'
import { dial, dialHost, HOST_RECORD } from './host-dial.ts'
import { isOurs } from './host-record.ts'
import { removeHostRecord, removeIfThere, writeHostRecord } from './host-record-writer.ts'
import { streamChannel } from './stream-channel.ts'

const LOCK_NAME = 'host'
const KEY_BYTES = 32
/** Many start at once and all want to ask; Node.js' own is 511, and the system may allow less. */
const BACKLOG = 1_024

export interface LocalSocketDeps {
  readonly stateFolder: string
  readonly lock: Lock
  readonly env: NodeJS.ProcessEnv
}

export function createLocalSocket({ stateFolder, lock, env }: LocalSocketDeps): LocalSocket {
  const recordPath = join(stateFolder, HOST_RECORD)
  return {
    async listen(onWire) {
      const held = await lock.tryAcquire(LOCK_NAME)
      if (!held) return undefined
      try {
        const address = addressFor(stateFolder, env)
        const listening = await open(address, recordPath, onWire, () => held.release())
        if (!listening) await held.release()
        return listening
      } catch (error) {
        await held.release()
        throw error
      }
    },
    async connect() {
      const dialled = await dialHost(stateFolder)
      return dialled && keyed(streamChannel(dialled.socket, dialled.socket), dialled.key)
    },
  }
}

function keyed(wire: LineChannel, key: string): HostChannel {
  return Object.assign(wire, { key })
}

/** With the lock in hand: what lies at the address is a dead host's, unless somebody answers there. */
async function open(
  { path, folder }: HostAddress,
  recordPath: string,
  onWire: (wire: LineChannel, key: string) => void,
  release: () => Promise<void>,
): Promise<HostListening | undefined> {
  if (folder !== undefined) prepareFolder(folder)
  const other = await dial(path)
  if (other) {
    other.destroy() // the lock was judged dead and its owner is not: another container, or one that slept
    return undefined
  }
  if (folder !== undefined) removeIfThere(path)
  const key = randomBytes(KEY_BYTES).toString('base64url')
  const server = createServer((socket) => onWire(streamChannel(socket, socket), key))
  // First the key, then the door: whoever gets in has read the right one.
  await writeHostRecord(recordPath, { address: path, pid: process.pid, startedAt: ownStart(), key })
  try {
    await listen(server, path)
    if (folder !== undefined) chmodSync(path, 0o600)
  } catch (error) {
    server.close()
    removeHostRecord(recordPath, key)
    throw error
  }
  return {
    address: path,
    async close() {
      try {
        removeHostRecord(recordPath, key)
      } catch (error) {
        throw asStoreError('STORE_UNWRITABLE', 'Removing', recordPath, error)
      } finally {
        server.close() // removes the socket at once; those who are in may stay
        await release()
      }
    },
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(asStoreError('STORE_UNWRITABLE', 'Listening at', path, error)))
    server.listen({ path, backlog: BACKLOG }, () => {
      server.removeAllListeners('error')
      server.on('error', () => undefined) // a connection that could not be taken; the caller sees it fail
      resolve()
    })
  })
}

/** 0700 and ours: in a shared temporary folder somebody else may have been there first. */
function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const found = lstatSync(folder)
    if (!found.isDirectory() || !isOurs(folder)) {
      throw new AppError('STORE_UNWRITABLE', `${folder} belongs to somebody else.`, {
        hint: 'Remove it, or set XDG_RUNTIME_DIR to a folder of your own.',
      })
    }
    if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700)
  } catch (error) {
    throw asStoreError('STORE_UNWRITABLE', 'Preparing', folder, error)
  }
}

function addressFor(stateFolder: string, env: NodeJS.ProcessEnv): HostAddress {
  return hostAddress({
    platform: process.platform,
    env,
    stateFolder,
    // Keyed: in a folder that others share, nobody can take the name before us.
    stateHash: createRandom(stateFolder).fingerprint(`host ${stateFolder}`),
    temporaryFolder: tmpdir(),
    user: String(process.getuid?.() ?? userInfo().username),
  })
}
