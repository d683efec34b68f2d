/** Exposes the contract and nothing more. Runs sandboxed: no Node.js but what Electron hands to a preload. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type Bridge, EVENT_NAMES, REQUEST_NAMES } from '../app/contract/channels.ts'

// A name that is not in the contract never reaches the main process.
const bridge: Bridge = {
  request(name, ...args) {
    if (!REQUEST_NAMES.includes(name)) return Promise.reject(new Error('no such request'))
    return ipcRenderer.invoke(name, ...args)
  },
  on(name, listener) {
    if (!EVENT_NAMES.includes(name)) throw new Error('no such event')
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
