// Pictures of every screen, light and dark, into docs/screenshots: the real window on sample data, in real Electron.
import './node-version.mjs'
import { createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, extname, join, normalize, sep } from 'node:path'
import { _electron } from '@playwright/test'
import { startDisplay } from './display.mjs'
import { say } from './progress.mjs'
import { electronExecutable, prepareElectron } from './runtime.mjs'
import { ensureSystem } from './system.mjs'

// An old Node.js cannot even load them.
const { build } = await import('vite')
const { default: react } = await import('@vitejs/plugin-react')

const root = dirname(import.meta.dirname)
const WIDE = { width: 1180, height: 760 }
const SMALL = { width: 720, height: 560 }
const SCENES = [
  { name: 'logins', query: 'profiles=12', size: WIDE },
  { name: 'logins-small', query: 'profiles=12', size: SMALL },
  { name: 'logins-empty', query: 'profiles=0', size: WIDE },
  { name: 'popover', page: 'popover-preview', query: '', size: { width: 960, height: 700 } },
  { name: 'history', query: 'profiles=12&screen=history&history=400', size: WIDE },
  { name: 'timeline', query: 'profiles=12&screen=history&history=400&view=timeline', size: WIDE },
  { name: 'import', query: 'profiles=12&screen=import&imports=2', size: WIDE },
  {
    name: 'import-plan',
    query: 'profiles=12&screen=import&chosen=/media/usb/auth-profiles.json',
    size: WIDE,
    press: 'Choose a file…',
  },
  { name: 'programs', query: 'profiles=12&screen=programs', size: WIDE },
  { name: 'nodes', query: 'profiles=12&screen=nodes&nodes=three', size: WIDE },
  {
    name: 'nodes-ways',
    query: 'profiles=12&screen=nodes&nodes=three',
    size: WIDE,
    press: 'Settle: ops@example.test, Anthropic',
  },
  { name: 'fleet', query: 'profiles=12&screen=nodes&nodes=none&fleet', size: WIDE },
  { name: 'settings', query: 'profiles=12&screen=settings&settings=full', size: WIDE },
  { name: 'welcome', query: 'profiles=12&settings=first', size: WIDE },
  { name: 'add', query: 'profiles=12', size: WIDE, press: 'Add a login' },
  { name: 'add-provider', query: 'profiles=12', size: WIDE, press: 'Add a login', choose: 'Slack (bot)' },
  { name: 'sign-in-browser', query: 'profiles=12&scene=browser', size: WIDE },
  { name: 'sign-in-code', query: 'profiles=12&scene=device', size: WIDE },
]

const pages = mkdtempSync(join(tmpdir(), 'lamplighter-pictures-'))
let display
try {
  await buildPreview()
  const dist = await prepareElectron()
  const executable = electronExecutable(dist)
  await ensureSystem({ executable })
  display = await startDisplay({ isolated: true })
  const server = await serve()
  await takeAll(executable, `http://127.0.0.1:${server.address().port}/renderer/`)
  server.close()
} finally {
  await display?.stop()
  rmSync(pages, { recursive: true, force: true })
}

async function buildPreview() {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    base: './',
    plugins: [react()],
    build: {
      outDir: pages,
      emptyOutDir: true,
      rollupOptions: {
        input: ['preview', 'popover-preview'].map((page) => join(root, 'renderer', `${page}.html`)),
      },
    },
  })
}

function serve() {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.woff2': 'font/woff2',
    '.svg': 'image/svg+xml',
  }
  const server = createServer((request, response) => {
    const path = normalize(join(pages, new URL(request.url, 'http://localhost').pathname))
    if (!path.startsWith(pages + sep) || !existsSync(path)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

async function takeAll(executablePath, address) {
  const folder = join(root, 'docs', 'screenshots')
  mkdirSync(folder, { recursive: true })
  const asRoot = process.platform === 'linux' && process.getuid() === 0
  const app = await _electron.launch({
    executablePath,
    args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', join(root, 'scripts', 'screenshots')],
    env: { ...process.env, ...display.env, HOME: pages, XDG_CONFIG_HOME: pages, PREVIEW_URL: 'about:blank' },
  })
  const page = await app.firstWindow()
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const { name, page: shown = 'preview', query, size, press, choose } of SCENES) {
    const window = await app.browserWindow(page)
    await window.evaluate((one, { width, height }) => one.setContentSize(width, height), size)
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme })
      await page.goto(`${address}${shown}.html?${query}`)
      if (press) await page.getByRole('button', { name: press }).click()
      if (choose) await page.getByRole('option').filter({ hasText: choose }).click()
      await page.mouse.move(0, 0)
      await page.waitForTimeout(600)
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}.png`) })
    }
    say(`pictured ${name}`)
  }
  await app.close()
}
