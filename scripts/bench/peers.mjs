// Programs with the same job. They are no part of the project: they are installed here, on first use, from a lock file.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const ALL = ['refresh-guard', 'google-auth-library', 'msal-node', 'msal-node-extensions', 'mcp-remote']

/** @returns { peers: [{ name, open }], missing: [sentence] } */
export async function loadPeers() {
  const trouble = install()
  if (trouble) return { peers: [], missing: [`The peers could not be installed: ${trouble}`] }
  const peers = []
  const missing = []
  for (const name of ALL) {
    try {
      const { open } = await import(`./peers/${name}.mjs`)
      peers.push({ name, open })
    } catch (error) {
      missing.push(`${name} could not be loaded: ${error.message.split('\n')[0]}`)
    }
  }
  return { peers, missing }
}

/** No install scripts: nothing here needs a native build. */
function install() {
  if (existsSync(join(here, 'node_modules', '.package-lock.json'))) return undefined
  console.log('bench: installing the peers …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status, stderr } = spawnSync(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: here,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  return status === 0 ? undefined : (stderr?.trim().split('\n').at(-1) ?? 'npm could not be started')
}

/** In a worker: the endpoint crosses no process border, so it is talked to anew. */
export async function openPeerHere(name, login) {
  const { endpointAt } = await import('./endpoint.mjs')
  const { open } = await import(`./peers/${name}.mjs`)
  return open({ ...login, endpoint: endpointAt(login.port) })
}
