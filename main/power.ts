/** Tells the core when clocks may have jumped or the network came back. Each may be told twice: wake() minds neither. */
import { net, powerMonitor } from 'electron'

const NETWORK_LOOK_MS = 10_000 // Electron has no event for it in the main process; a look costs nothing

/** @returns stop */
export function watchPower(wake: (reason: string) => void): () => void {
  const resumed = () => wake('resume')
  const unlocked = () => wake('unlock')
  powerMonitor.on('resume', resumed)
  powerMonitor.on('unlock-screen', unlocked)
  let online = net.isOnline()
  const network = setInterval(() => {
    const before = online
    online = net.isOnline()
    if (online && !before) wake('network')
  }, NETWORK_LOOK_MS)
  return () => {
    powerMonitor.off('resume', resumed)
    powerMonitor.off('unlock-screen', unlocked)
    clearInterval(network)
  }
}
