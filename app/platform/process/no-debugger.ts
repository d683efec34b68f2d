/**
 * SIGUSR1 has Node.js open its debugger, on a port that every user of the machine reaches, and whoever is there may run
 * code as us. Not for those who start us with --inspect, and mean it.
 */

const NEVER = '--disable-sigusr1' // Node.js 22.14 and 23.7

/** From here on: a listener takes the place of Node.js' own. */
export function refuseDebugger(): void {
  if (process.platform !== 'win32') process.on('SIGUSR1', () => undefined) // there is no such signal on Windows
}

/** What refuses it from the first moment, for a Node.js that we start; nothing where that is too old for it. */
export function withoutDebugger(): readonly string[] {
  return process.allowedNodeEnvironmentFlags.has(NEVER) ? [NEVER] : []
}
