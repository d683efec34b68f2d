import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')

it('a build that fails leaves what was built before, since cron jobs and services run it; one that does not says so to a Node.js that is too old', () => {
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
  const old = join(clone, 'old.cjs')
  writeFileSync(old, "Object.defineProperty(process, 'versions', { value: { node: '18.20.4' } })\n")
  const words = ['--require', old, join(clone, 'dist/cli/lamplighter.cjs'), 'list']
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({
    status: 69,
    stderr: 'lamplighter: this is Node.js 18.20.4; install Node.js 20.18 or newer.\n',
  })
})
