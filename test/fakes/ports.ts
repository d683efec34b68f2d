/** One working fake for each port, put together as one small machine. */
import type { Paths, Ports } from '../../app/base/ports.ts'
import { FakeBoot } from './boot.ts'
import { FakeBrowser } from './browser.ts'
import { FakeClock } from './clock.ts'
import { FakeCommands } from './commands.ts'
import { FakeDatabases } from './databases.ts'
import { FakeFiles } from './files.ts'
import { FakeHttp } from './http.ts'
import { FakeKeychain } from './keychain.ts'
import { FakeKeyring } from './keyring.ts'
import { FakeListener } from './listener.ts'
import { FakeLocalHttp } from './local-http.ts'
import { FakeLock } from './lock.ts'
import { FakeLog } from './log.ts'
import { FakeProcess } from './process.ts'
import { FakePrograms } from './programs.ts'
import { FakeRandom } from './random.ts'
import { FakeRegisters } from './registers.ts'
import { FakeSessionBus } from './session-bus.ts'
import { FakeSocket } from './socket.ts'
import { FakeSsh } from './ssh.ts'
import { FakeTerminals } from './terminals.ts'

export interface FakePorts extends Ports {
  readonly clock: FakeClock
  readonly http: FakeHttp
  readonly files: FakeFiles
  readonly databases: FakeDatabases
  readonly lock: FakeLock
  readonly keyring: FakeKeyring
  readonly keychain: FakeKeychain
  readonly listener: FakeListener
  readonly browser: FakeBrowser
  readonly random: FakeRandom
  readonly process: FakeProcess
  readonly log: FakeLog
  readonly socket: FakeSocket
  readonly localHttp: FakeLocalHttp
  readonly sessionBus: FakeSessionBus
  readonly ssh: FakeSsh
  readonly commands: FakeCommands
  readonly terminals: FakeTerminals
  readonly registers: FakeRegisters
  readonly boot: FakeBoot
  readonly programs: FakePrograms
}

export const FAKE_PATHS: Paths = {
  config: '/home/ada/.config/lamplighter/config.json',
  vault: '/home/ada/.local/share/lamplighter/vault.json',
  history: '/home/ada/.local/state/lamplighter/history',
  journal: '/home/ada/.local/state/lamplighter/journal',
  locks: '/home/ada/.local/state/lamplighter/locks',
  state: '/home/ada/.local/state/lamplighter',
  refuge: '/run/user/1000/lamplighter/journal',
  userHome: '/home/ada',
}

/** Give two calls the same files, lock and clock, and they are two processes on one machine. */
export function createFakePorts(overrides: Partial<FakePorts> = {}): FakePorts {
  const clock = overrides.clock ?? new FakeClock()
  const files = overrides.files ?? new FakeFiles(() => clock.now())
  const lock = overrides.lock ?? lockThatTells(files)
  return {
    http: new FakeHttp(),
    databases: new FakeDatabases(),
    keyring: new FakeKeyring(),
    keychain: new FakeKeychain(),
    listener: new FakeListener(),
    browser: new FakeBrowser(),
    random: new FakeRandom(),
    process: new FakeProcess(),
    log: new FakeLog(),
    socket: new FakeSocket(),
    localHttp: new FakeLocalHttp(),
    sessionBus: new FakeSessionBus(),
    ssh: new FakeSsh(),
    commands: new FakeCommands(),
    terminals: new FakeTerminals(),
    registers: new FakeRegisters(),
    boot: new FakeBoot(clock),
    programs: new FakePrograms(),
    paths: FAKE_PATHS,
    ...overrides,
    clock,
    files,
    lock,
  }
}

/** Who watches the locks folder hears of a release, as with the real lock. */
function lockThatTells(files: FakeFiles): FakeLock {
  const lock = new FakeLock()
  lock.onFreed = (name) => {
    const path = `${FAKE_PATHS.locks}/${name}.freed`
    files.put(path, '')
    files.delete(path)
  }
  return lock
}
