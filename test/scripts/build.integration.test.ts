import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it, onTestFinished } from 'vitest'
import { launcherText } from '../../scripts/launcher.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

/** With a main process alone, which the test writes. */
function cloneOf() {
  const clone = temporaryFolder()
  for (const name of ['scripts', 'package.json'])
    cpSync(join(ROOT, name), join(clone, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction')
  mkdirSync(join(clone, 'main'))
  return { clone, build: () => spawnSync(process.execPath, [join(clone, 'scripts/build.mjs')]).status }
}

it('a build that fails leaves what was built before: cron jobs and services run it', () => {
  const { clone, build } = cloneOf()
  mkdirSync(join(clone, 'dist/cli'), { recursive: true })
  writeFileSync(join(clone, 'main/main.ts'), "import 'a-package-that-a-pull-brought'\n")
  expect(build()).toBe(1)
  expect(readdirSync(join(clone, 'dist'))).toEqual(['cli'])
  writeFileSync(join(clone, 'main/main.ts'), 'console.log(1)\n')
  expect(build()).toBe(0)
  expect(readdirSync(join(clone, 'dist')).sort()).toEqual([
    'built',
    'cli',
    'licences.json',
    'licences.txt',
    'main',
  ])
})

it('a host that runs while another build takes its place loads no part of that', async () => {
  const { clone, build } = cloneOf()
  const write = (name: string, text: string) => writeFileSync(join(clone, 'main', name), text)
  const part = (text: string) => `export const value = '${text}'\n`
  write('same.ts', part('same'))
  write('other.ts', part('before'))
  write(
    'main.ts',
    `const ask = { same: () => import('./same.ts'), other: () => import('./other.ts') }
     process.stdin.on('data', (name) =>
       ask[String(name).trim()]().then(({ value }) => console.log(value), ({ code }) => console.log(code)))
     console.log('up')\n`,
  )
  expect(build()).toBe(0)
  const [application = ''] = readdirSync(join(clone, 'dist/main')).filter((name) =>
    /^application-\w+\.cjs$/.test(name),
  )
  const host = spawn(process.execPath, [join(clone, 'dist/main', application)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void host.kill())
  const said = createInterface({ input: host.stdout })[Symbol.asyncIterator]()
  const asked = async (name: string) => {
    host.stdin.write(`${name}\n`)
    return (await said.next()).value
  }
  expect((await said.next()).value).toBe('up')
  write('other.ts', part('after'))
  expect(build()).toBe(0)
  expect([await asked('same'), await asked('other')]).toEqual(['same', 'MODULE_NOT_FOUND'])
})

it('the command says in one sentence that a Node.js is too old for what it would load', () => {
  const folder = temporaryFolder()
  const [old, launcher] = [join(folder, 'old.cjs'), join(folder, 'lamplighter.cjs')]
  writeFileSync(old, "Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } })\n")
  writeFileSync(launcher, launcherText())
  writeFileSync(join(folder, 'cli.cjs'), "console.log('loaded')\n")
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [...words, launcher, 'list'], { encoding: 'utf8' })
  expect(run().stdout).toBe('loaded\n')
  expect(run('--require', old)).toMatchObject({
    status: 69,
    stdout: '',
    stderr: 'lamplighter: this is Node.js 18.20.4; install Node.js 20.18 or newer.\n',
  })
})
