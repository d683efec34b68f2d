import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { launcherText } from '../../scripts/launcher.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

it('a build that fails leaves what was built before: cron jobs and services run it', () => {
  const clone = temporaryFolder()
  for (const name of ['scripts', 'package.json'])
    cpSync(join(ROOT, name), join(clone, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'), 'junction')
  mkdirSync(join(clone, 'main'))
  mkdirSync(join(clone, 'dist/cli'), { recursive: true })
  const build = () => spawnSync(process.execPath, [join(clone, 'scripts/build.mjs')]).status
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
