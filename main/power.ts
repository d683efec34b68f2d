/** Tells the core when clocks may have jumped or the network came back. Each may be told twice: wake() minds neither. */
import { net, powerMonitor } from 'electron'

const NETWORK_LOOK_MS = 10_000 // Electron has no event for it in the main process; a look costs nothing

export interface Power {
  wake(reason: string): void
  /** Is there anything that the network's coming back would help? Nothing looks at the network otherwise. */
  isWaiting(): boolean
  /** It may be another answer from now on. */
  onChange(listener: () => void): () => void
}

/** @returns stop */
export function watchPower({ wake, isWaiting, onChange }: Power): () => void {
  const resumed = () => wake('resume')
  const unlocked = () => wake('unlock')
  powerMonitor.on('resume', resumed)
  powerMonitor.on('unlock-screen', unlocked)
  let network: NodeJS.Timeout | undefined
  const follow = (): void => {
    if (!isWaiting()) {
      clearInterval(network)
      network = undefined
    } else network ??= whenOnline(() => wake('network'))
  }
  const unfollow = onChange(follow)
  follow()
  return () => {
    powerMonitor.off('resume', resumed)
    powerMonitor.off('unlock-screen', unlocked)
    unfollow()
    clearInterval(network)
  }
}

function whenOnline(tell: () => void): NodeJS.Timeout {
  let online = net.isOnline()
  return setInterval(() => {
    const before = online
    online = net.isOnline()
    if (online && !before) tell()
  }, NETWORK_LOOK_MS)
}
