/** The addresses of our own pages, and the files behind them. Pure. */
import { isAbsolute, join, relative, sep } from 'node:path'

export const SCHEME = 'app'
const HOST = 'lamplighter'
export const START_PAGE = `${SCHEME}://${HOST}/index.html`
export const DEMO_PAGE = `${SCHEME}://${HOST}/demo.html`
export const POPOVER_PAGE = `${SCHEME}://${HOST}/popover.html`

export function isOurPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  return protocol === `${SCHEME}:` && host === HOST
}

/** The file for an address; undefined when it is not ours, or would lead out of `root`. */
export function fileFor(address: string, root: string): string | undefined {
  if (!isOurPage(address)) return undefined
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return undefined // a lone % names no file
  }
  if (path.includes('\0')) return undefined
  const file = join(root, path === '/' ? 'index.html' : path)
  const within = relative(root, file)
  const escapes = within === '' || within === '..' || within.startsWith(`..${sep}`) || isAbsolute(within)
  return escapes ? undefined : file
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

/** Undefined: a kind of file we ship none of. */
export function contentType(file: string): string | undefined {
  return TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()]
}
