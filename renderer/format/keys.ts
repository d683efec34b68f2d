/** "Ctrl K" as this system's keyboards call it. */
export function keyLabel(key: string, platform: string): string {
  return platform === 'darwin' ? key.replace(/^Ctrl /, '⌘') : key
}
