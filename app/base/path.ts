/** Joining and splitting paths without node:path: the shape of the first part decides the separator. Pure. */

const WINDOWS = /^(?:[a-z]:[\\/]|\\\\)/i

export function join(first: string, ...rest: readonly string[]): string {
  const separator = WINDOWS.test(first) ? '\\' : '/'
  return rest.reduce((path, part) => (/[\\/]$/.test(path) ? path : path + separator) + part, first)
}

export function folderOf(path: string): string {
  const cut = lastSeparator(path)
  if (cut < 0) return '.'
  return cut === 0 || /^[a-z]:$/i.test(path.slice(0, cut)) ? path.slice(0, cut + 1) : path.slice(0, cut)
}

export function nameOf(path: string): string {
  return path.slice(lastSeparator(path) + 1)
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || WINDOWS.test(path)
}

/** `~` and `~/…` only, as OpenClaw does; `~user` is left alone. */
export function expandHome(path: string, home: string): string {
  return path.replace(/^~(?=$|[\\/])/, () => home)
}

function lastSeparator(path: string): number {
  return WINDOWS.test(path) ? Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) : path.lastIndexOf('/')
}
