// A place to draw and a bus to talk on, for machines without a desktop: Xvfb and a private D-Bus session bus.
// The bus has no service folders, so nothing is started behind our back (keyrings that prompt, file
// system daemons, a real notification service), and nothing reads the real home.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { say } from './progress.mjs'
import { ensureSystem } from './system.mjs'

const START_TIMEOUT_MS = 15_000 // Xvfb takes 0.1 s; a loaded CI machine a few

const BUS_CONFIG = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`

/**
 * Starts what the environment lacks; with `isolated`, everything, whatever the environment offers.
 * @returns env to add for the program that is started; isVirtual: nobody sees the display;
 *   stop(), which ends what was started here
 */
export async function startDisplay({ isolated = false } = {}) {
  const nothing = { env: {}, isVirtual: false, stop: () => Promise.resolve() }
  if (process.platform !== 'linux') return nothing
  const needsDisplay = isolated || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
  const needsBus = isolated || !hasSessionBus()
  if (!needsDisplay && !needsBus) return nothing

  await ensureSystem({ programs: [needsDisplay && 'Xvfb', needsBus && 'dbus-daemon'].filter(Boolean) })
  const folder = mkdtempSync(join(tmpdir(), 'lamplighter-display-')) // mkdtemp makes it 0700
  const helpers = []
  const stop = () => Promise.all(helpers.map((helper) => helper.stop()))
  const env = { NO_AT_BRIDGE: '1' } // GTK would otherwise start the accessibility bus
  try {
    // Only for tests: the application and the command line meet in the runtime folder, so `npm start`
    // must not be given one that a command typed in another shell does not have.
    if (isolated) env.XDG_RUNTIME_DIR = folder
    if (needsDisplay) {
      const server = ['Xvfb', '-displayfd', '3', '-screen', '0', '1280x800x24', '-s', '0', '-nolisten', 'tcp']
      const xvfb = await startHelper(folder, server)
      helpers.push(xvfb)
      env.DISPLAY = `:${xvfb.answer}`
      env.WAYLAND_DISPLAY = undefined
      env.XDG_SESSION_TYPE = 'x11'
    }
    if (needsBus) {
      const config = join(folder, 'bus.conf')
      writeFileSync(config, BUS_CONFIG)
      const bus = await startHelper(folder, [
        'dbus-daemon',
        `--config-file=${config}`,
        '--nofork',
        '--print-address=3',
      ])
      helpers.push(bus)
      env.DBUS_SESSION_BUS_ADDRESS = bus.answer
    }
  } catch (error) {
    await stop()
    throw error
  }
  const parts = [
    needsDisplay && `a virtual display (Xvfb ${env.DISPLAY})`,
    needsBus && 'a private session bus',
  ]
  const why = isolated ? 'apart from any desktop' : needsDisplay ? 'no display found' : 'no session bus found'
  say(`${why}: started ${parts.filter(Boolean).join(' and ')}`)
  return { env, isVirtual: needsDisplay, stop }
}

function hasSessionBus() {
  if (process.env.DBUS_SESSION_BUS_ADDRESS) return true
  const runtime = process.env.XDG_RUNTIME_DIR // where programs look when the variable is not set
  return Boolean(runtime) && existsSync(join(runtime, 'bus'))
}

/**
 * Starts a server that writes one line to fd 3 when it is ready. Its stdin is a lifeline: when it closes,
 * because we asked or because we died of anything, SIGKILL included, the shell around it ends the server and removes `folder`.
 * Detached, because Ctrl-C goes to the whole group and the display must outlive the application's own exit.
 */
function startHelper(folder, command) {
  const script =
    '"$@" </dev/null & child=$!; exec 3>&-; read -r _; kill $child 2>/dev/null; wait $child; rm -rf "$0"'
  const shell = spawn('/bin/sh', ['-c', script, folder, ...command], {
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const gone = new Promise((resolve) => shell.on('exit', resolve))
  const stop = async () => {
    shell.ref() // it was not to keep us alive, but now we wait for it
    shell.stdin.end()
    await gone
  }
  shell.stdin.on('error', () => undefined) // it may be gone already, which is what we wanted
  let said = ''
  shell.stderr.on('data', (chunk) => {
    said += chunk
  })
  return new Promise((resolve, reject) => {
    const fail = (why) => void stop().then(() => reject(new Error(`${command[0]} ${why}\n${said.trim()}`)))
    const timer = setTimeout(
      () => fail(`did not start within ${START_TIMEOUT_MS / 1000} s.`),
      START_TIMEOUT_MS,
    )
    let answer = ''
    shell.stdio[3].on('data', (chunk) => {
      answer += chunk
      if (!answer.includes('\n')) return
      clearTimeout(timer)
      for (const stream of [shell, shell.stdin, shell.stderr, shell.stdio[3]]) stream.unref()
      resolve({ answer: answer.trim(), stop })
    })
    shell.stdio[3].on('end', () => {
      clearTimeout(timer)
      if (!answer.includes('\n')) fail('ended before it was ready.')
    })
  })
}
