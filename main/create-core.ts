/** The core as it runs in Electron: the ports of plain Node.js, with the browser opened by the desktop. */
import { session, shell } from 'electron'
import type { Ports } from '../app/base/ports.ts'
import { type Core, createCore } from '../app/core.ts'
import { createNodePorts } from '../app/platform/node-ports.ts'
import { FOLDERS } from './paths.ts'
import { safeBrowser } from './window/safe-open.ts'

const systemProxy = (url: string): Promise<string> => session.defaultSession.resolveProxy(url)

export function createDesktopCore(): { readonly core: Core; readonly ports: Ports } {
  const ports: Ports = {
    ...createNodePorts({ label: 'Lamplighter', systemProxy, script: FOLDERS.command }),
    browser: safeBrowser((address) => shell.openExternal(address)),
  }
  return { core: createCore(ports), ports }
}
