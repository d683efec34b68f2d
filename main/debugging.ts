/** A release takes no debugger: there is no fuse for Chromium's own, which would hand the window to any program. */
const SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
]

interface CommandLine {
  hasSwitch(name: string): boolean
}

/** The switch that is not taken. Where development starts it, anything goes: that is how the tests look at the window. */
export function refusedSwitch(commandLine: CommandLine, isPackaged: boolean): string | undefined {
  return isPackaged ? SWITCHES.find((name) => commandLine.hasSwitch(name)) : undefined
}
