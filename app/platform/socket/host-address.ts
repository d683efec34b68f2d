/** Where a host of this user and this home listens. Pure: everything that matters comes in. */
import { posix } from 'node:path'

export interface HostPlace {
  readonly platform: NodeJS.Platform
  readonly env: NodeJS.ProcessEnv
  /** Absolute; one host for each. */
  readonly stateFolder: string
  /** Of the state folder, and not to be guessed: hexadecimal digits, 12 of them. */
  readonly stateHash: string
  readonly temporaryFolder: string
  /** Login name on Windows, uid elsewhere. */
  readonly user: string
}

export interface HostAddress {
  readonly path: string
  /** What has to be there first, 0700 and ours. Pipes have none. */
  readonly folder?: string
}

/** sun_path is 104 bytes on macOS and 108 on Linux, the end included; libuv cuts what is longer without a word. */
const LONGEST_BYTES = 100
const SOCKET = 'host.sock'

export function hostAddress(place: HostPlace): HostAddress {
  const { platform, env, stateFolder, stateHash, temporaryFolder, user } = place
  if (platform === 'win32') {
    const name = user.replace(/[^\w.-]/g, '_').slice(0, 64)
    return { path: `\\\\.\\pipe\\lamplighter-${name}-${stateHash}` }
  }
  const runtime = env.XDG_RUNTIME_DIR
  const moved = Boolean(env.LAMPLIGHTER_HOME)
  // XDG Base Directory Specification: a relative path counts as none. Several homes can share one runtime folder.
  const usual =
    !moved && runtime && posix.isAbsolute(runtime)
      ? at(posix.join(runtime, 'lamplighter'), `host-${stateHash}.sock`)
      : at(posix.join(stateFolder, 'run'), SOCKET)
  if (Buffer.byteLength(usual.path) <= LONGEST_BYTES) return usual
  const short = (folder: string): HostAddress =>
    at(posix.join(folder, `lamplighter-${user}-${stateHash}`), SOCKET)
  const inTemporary = short(temporaryFolder)
  return Buffer.byteLength(inTemporary.path) <= LONGEST_BYTES ? inTemporary : short('/tmp')
}

function at(folder: string, name: string): HostAddress {
  return { path: posix.join(folder, name), folder }
}
