// Builds everything that runs: the main process, its preload, the window and the command line, into dist/.
// npm runs it after each install (`prepare`), so it is quick and prints one line.

import './node-version.mjs'
import { existsSync, rmSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { dirname, extname, join } from 'node:path'
import { writeClientTypes } from './client-types.mjs'
import { launcherText } from './launcher.mjs'
import { writeLicences } from './licences.mjs'
import { writeManual } from './manual.mjs'

const root = dirname(import.meta.dirname)
const dist = join(root, 'dist')
// Cron jobs and services run what is in dist/: it stays until there is something whole to put in its place.
const fresh = join(dist, `.new-${process.pid}`)
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))

// The oldest runtimes we start in: Electron 33 carries Node.js 20.18 and Chromium 130.
const NODE_TARGET = 'node20.18'
const WINDOW_TARGET = 'chrome130'

// Everything is bundled except what cannot be: Electron itself and what has native code.
const EXTERNAL = [
  'electron',
  '@napi-rs/keyring',
  '@photostructure/sqlite',
  'usocket', // optional parts of dbus-next, which does without them
  'x11',
  'pg-native', // and of pg
  ...builtinModules,
  ...builtinModules.map((name) => `node:${name}`),
]
// Names stay: people can send us a stack trace.
const SMALL = {
  compress: true,
  mangle: { toplevel: false, keepNames: true },
  codegen: { removeWhitespace: true },
}
// Bundled as files and not as modules: the bundler does not list it among those.
const FONTS = ['@fontsource-variable/inter']
// The window, the small one at the tray, and one with made-up logins.
const PAGES = ['index.html', 'popover.html', 'demo.html']
const SHIPPED = ['@napi-rs/keyring', '@photostructure/sqlite', 'node-gyp-build'] // packaged beside the bundles, as `dependencies` in package.json

const startedAtMs = performance.now()
const vite = await import('vite').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
})
if (vite === undefined) {
  console.log('build: skipped, the development dependencies are not installed')
} else {
  process.on('exit', () => rmSync(fresh, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130))
  const built = []
  const modules = new Set()
  for (const [name, part] of Object.entries(parts())) {
    if (!existsSync(join(root, part.entry))) continue
    try {
      const result = await vite.build({ configFile: false, root, logLevel: 'warn', ...(await part.config()) })
      for (const id of modulesIn(result)) modules.add(id)
    } catch (error) {
      console.error(`build: ${name} failed\n${error.message}`)
      process.exit(1)
    }
    await part.afterwards?.()
    built.push(name)
  }
  await mkdir(fresh, { recursive: true })
  await writeLicences({ root, dist: fresh, modules, shipped: [...SHIPPED, ...FONTS] })
  for (const name of await readdir(fresh)) await putInPlace(name)
  await writeFile(join(dist, 'built'), '') // its time tells built.mjs how old this is
  const seconds = ((performance.now() - startedAtMs) / 1000).toFixed(1)
  console.log(`build: ${built.join(', ') || 'nothing to build'} (${seconds} s)`)
}

async function putInPlace(name) {
  for (;;) {
    await rm(join(dist, name), { recursive: true, force: true })
    try {
      return await rename(join(fresh, name), join(dist, name))
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error // else another build was quicker
    }
  }
}

/** Of what is left after unused code was dropped. */
function modulesIn(result) {
  const chunks = [result].flat().flatMap(({ output }) => output)
  return chunks.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []))
}

function parts() {
  return {
    main: {
      entry: 'main/main.ts',
      config: () =>
        forNode({ entry: 'main/main.ts', into: 'main', file: 'application-[hash].cjs', format: 'cjs' }),
    },
    start: {
      entry: 'main/start/start.ts',
      config: async () => {
        const application = (await readdir(join(fresh, 'main'))).find((name) =>
          /^application-[0-9a-f]+\.cjs$/.test(name),
        )
        const define = { LAMPLIGHTER_APPLICATION: JSON.stringify(application) }
        return forNode({
          entry: 'main/start/start.ts',
          into: 'main',
          file: 'main.cjs',
          format: 'cjs',
          define,
        })
      },
    },
    preload: {
      entry: 'main/preload.ts',
      // CommonJS: a sandboxed preload cannot be an ES module. In the main process' folder, which is not emptied.
      config: () => forNode({ entry: 'main/preload.ts', into: 'main', file: 'preload.cjs', format: 'cjs' }),
    },
    renderer: { entry: 'renderer/index.html', config: forWindow },
    cli: {
      entry: 'app/cli/main.ts',
      config: () => forNode({ entry: 'app/cli/main.ts', into: 'cli', file: 'cli.cjs', format: 'cjs' }),
      async afterwards() {
        await writeLauncher()
        await writeManual({ root, folder: join(fresh, 'man'), version })
      },
    },
    fastToken: {
      entry: 'app/cli/fast-token.ts',
      config: () =>
        forNode({ entry: 'app/cli/fast-token.ts', into: 'cli', file: 'fast-token.cjs', format: 'cjs' }),
    },
    fastHelper: {
      entry: 'app/cli/fast-helper.ts',
      config: () =>
        forNode({ entry: 'app/cli/fast-helper.ts', into: 'cli', file: 'fast-helper.cjs', format: 'cjs' }),
      afterwards: writeHelperLaunchers,
    },
    client: {
      entry: 'app/client/client.ts',
      config: () =>
        forNode({ entry: 'app/client/client.ts', into: 'client', file: 'client.js', format: 'es' }),
      afterwards: () => writeClientTypes({ root, folder: join(fresh, 'client') }),
    },
  }
}

/** One character beyond Latin-1 and the engine keeps two bytes for each of the bundle's three million. */
function inAscii() {
  return {
    name: 'in-ascii',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk')
          chunk.code = chunk.code.replace(
            /[^\0-\x7f]/g,
            (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
          )
    },
  }
}

function forNode({ entry, into, file, format, define = {} }) {
  return {
    define: { LAMPLIGHTER_VERSION: JSON.stringify(version), ...define },
    ssr: { noExternal: true, external: EXTERNAL, target: 'node' },
    build: {
      ssr: join(root, entry),
      target: NODE_TARGET,
      outDir: join(fresh, into),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        external: EXTERNAL,
        output: {
          format,
          entryFileNames: file,
          hashCharacters: 'hex',
          // With what is in it: a host that goes on while a newer build takes its place loads no part of another build.
          chunkFileNames: `${file.split(/[-.]/)[0]}-[name]-[hash]${extname(file)}`,
          minify: SMALL,
        },
      },
    },
    plugins: [inAscii()],
  }
}

async function forWindow() {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    root: join(root, 'renderer'),
    base: './',
    plugins: [react()],
    build: {
      target: WINDOW_TARGET,
      outDir: join(fresh, 'renderer'),
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: PAGES.map((page) => join(root, 'renderer', page)) },
    },
  }
}

async function writeLauncher() {
  const launcher = join(fresh, 'cli', 'lamplighter.cjs')
  await writeFile(launcher, launcherText())
  await chmod(launcher, 0o755)
}

/** Programs that look for a helper by a name of their choice. pip's stands apart: nobody's own `keyring` is hidden by it. */
async function writeHelperLaunchers() {
  const byName = {
    'git-credential-lamplighter': 'git',
    'docker-credential-lamplighter': 'docker',
    'terraform-credentials-lamplighter': 'terraform',
    'pip/keyring': 'keyring',
  }
  const folder = join(fresh, 'cli', 'bin')
  await mkdir(join(folder, 'pip'), { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }\n') // their names have no ending that says so
  for (const [name, helper] of Object.entries(byName)) {
    const launcher = join(folder, name)
    const lines = [
      '#!/usr/bin/env node',
      `process.argv.splice(1, 1, require.resolve('${name.includes('/') ? '../..' : '..'}/lamplighter.cjs'), 'helper', '${helper}', '--')`,
      'require(process.argv[1])',
      '',
    ]
    await writeFile(launcher, lines.join('\n'))
    await chmod(launcher, 0o755)
    // What Windows starts by such a name.
    await writeFile(`${launcher}.cmd`, `@node "%~dp0${name.split('/').at(-1)}" %*\r\n`)
  }
}
