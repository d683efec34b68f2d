/** A D-Bus session bus of a test's own: it starts nothing, but for what a test puts into a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const config = (
  services: string,
): string => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  ${services}
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

export interface SessionBus {
  readonly address: string
  stop(): Promise<void>
}

interface BusOptions {
  /** Of its configuration. */
  readonly name?: string
  /** A folder with descriptions of what it may start. */
  readonly services?: string
  /** For what it starts. */
  readonly env?: NodeJS.ProcessEnv
}

/** @param folder where its configuration may lie */
export async function startSessionBus(
  folder: string,
  { name = 'session-bus.conf', services, env = process.env }: BusOptions = {},
): Promise<SessionBus> {
  const path = join(folder, name)
  writeFileSync(path, config(services === undefined ? '' : `<servicedir>${services}</servicedir>`))
  const daemon = spawn('dbus-daemon', [`--config-file=${path}`, '--nofork', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  const [address] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string]
  return { address, stop: () => end(daemon) }
}

async function end(daemon: ChildProcess): Promise<void> {
  if (daemon.exitCode !== null || daemon.signalCode !== null) return
  const gone = once(daemon, 'exit')
  daemon.kill()
  await gone
}
