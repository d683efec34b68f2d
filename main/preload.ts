/** Exposes the contract and nothing more. Runs sandboxed: no Node.js but what Electron hands to a preload. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, EventName, RequestName } from '../app/contract/channels.ts'

// Written out, so that a name which is not in the contract never reaches the main process; Record keeps them complete.
const REQUESTS: Readonly<Record<RequestName, true>> = {
  'overview:get': true,
  'profile:refresh': true,
  'profile:repair': true,
  'profile:locks': true,
  'profile:remove-lock': true,
  'refresh:due': true,
  'schedule:pause': true,
  'schedule:resume': true,
  'settings:get': true,
  'settings:set': true,
  'history:get': true,
  'history:races': true,
  'providers:list': true,
  'provider:add': true,
  'login:start': true,
  'login:paste': true,
  'login:cancel': true,
  'login:open-browser': true,
  'import:choose': true,
  'import:plan': true,
  'import:choose-identity': true,
  'import:apply': true,
  'import:undo': true,
  'imports:get': true,
  'export:choices': true,
  'export:save': true,
  'history:export': true,
  'support:preview': true,
  'support:save': true,
  'about:get': true,
  'logins:get': true,
  'path:reveal': true,
  'clipboard:write': true,
  'nodes:get': true,
  'node:add': true,
  'node:remove': true,
  'node:look': true,
  'node:bring': true,
  'node:send': true,
  'node:take-over': true,
}
const EVENTS: Readonly<Record<EventName, true>> = {
  overview: true,
  login: true,
  history: true,
  settings: true,
  nodes: true,
  navigate: true,
}

const bridge: Bridge = {
  request(name, ...args) {
    if (!Object.hasOwn(REQUESTS, name)) return Promise.reject(new Error('no such request'))
    return ipcRenderer.invoke(name, ...args)
  },
  on(name, listener) {
    if (!Object.hasOwn(EVENTS, name)) throw new Error('no such event')
    const hear = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload)
    ipcRenderer.on(name, hear)
    return () => {
      ipcRenderer.off(name, hear)
    }
  },
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
  platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
}

contextBridge.exposeInMainWorld('bridge', bridge)
