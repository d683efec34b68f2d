/** Serves the window's pages from dist/renderer as app://lamplighter/, under a policy that lets nothing else in. */
import { readFile } from 'node:fs/promises'
import { protocol, type Session } from 'electron'
import { contentType, fileFor, SCHEME } from './page-address.ts'

// Of every page, and the only place that says it. No network of any kind: a page talks to the main process and to nobody else.
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** Must be called before the app is ready. */
export function claimScheme(): void {
  // Compiled pages are kept as Chromium keeps those of the web; on macOS not, for the reason in start.ts.
  const privileges = { standard: true, secure: true, codeCache: process.platform !== 'darwin' }
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }])
}

/** Pages read their language from their own `<html lang>`; it is written there as they are served. */
export function servePages(session: Session, root: string, language: () => string): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? fileFor(request.url, root) : undefined
    const type = file && contentType(file)
    if (!file || !type) return notFound()
    try {
      const served = type.startsWith('text/html')
        ? (await readFile(file, 'utf8')).replace('<html lang="en">', `<html lang="${language()}">`)
        : new Uint8Array(await readFile(file))
      return new Response(served, {
        headers: { ...HEADERS, 'content-type': type },
      })
    } catch {
      return notFound() // the page says 404 in its own console, which is where one looks
    }
  })
}

function notFound(): Response {
  return new Response('not found', { status: 404, headers: HEADERS })
}
