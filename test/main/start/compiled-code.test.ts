import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CompiledCode } from '../../../main/start/compiled-code.ts'

let folder: string
let kept: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplighter-code-'))
  kept = join(folder, 'compiled-code')
  writeFileSync(
    join(folder, 'application-1.cjs'),
    "const part = require('./part.cjs'); exports.said = part.say() + require('node:path').sep",
  )
  writeFileSync(join(folder, 'part.cjs'), "exports.say = () => 'lit'")
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true })
})

/** @returns whether it had to compile anything */
function start(name = 'application-1.cjs'): boolean {
  const code = new CompiledCode(folder, kept)
  expect(code.load(name)).toEqual({ said: `lit${sep}` })
  code.keepSoon()
  const hasCompiled = vi.getTimerCount() > 0
  vi.runAllTimers()
  return hasCompiled
}

function flipped(all: Buffer): Buffer {
  return Buffer.concat([all.subarray(0, -40), Buffer.of(255 - (all.at(-40) ?? 0)), all.subarray(-39)])
}

describe('compiled code', () => {
  it('is kept after the first start, and taken at the next', () => {
    expect([start(), start(), start()]).toEqual([true, false, false])
    expect(statSync(kept).mode & 0o777).toBe(0o600)
  })

  it('is not taken for a build of another name', () => {
    start()
    writeFileSync(join(folder, 'application-2.cjs'), readFileSync(join(folder, 'application-1.cjs')))
    expect([start('application-2.cjs'), start('application-2.cjs')]).toEqual([true, false])
  })

  it.each([
    ['a bit that fell over', flipped],
    ['an end that was cut off', (all: Buffer) => all.subarray(0, -10)],
    ['nothing at all', () => Buffer.alloc(0)],
  ])('is compiled anew when its file holds %s', (_what, damage) => {
    start()
    const all = readFileSync(kept)
    writeFileSync(kept, damage(all))
    expect([start(), start()]).toEqual([true, false])
  })

  it('is compiled at each start where it cannot be kept', () => {
    kept = join(folder, 'not', 'there')
    expect([start(), start()]).toEqual([true, true])
  })

  it('leaves nothing half-written behind', () => {
    mkdirSync(join(kept, 'in the way'), { recursive: true })
    expect([start(), start()]).toEqual([true, true])
    expect(readdirSync(folder).sort()).toEqual(['application-1.cjs', 'compiled-code', 'part.cjs'])
  })

  it('loads what a start does not need when it is used', () => {
    writeFileSync(
      join(folder, 'application-1.cjs'),
      "const https = require('node:https'); exports.said = 'request' in https && typeof https.request; exports.all = Object.keys({ ...https })",
    )
    const loaded = new CompiledCode(folder, kept).load('application-1.cjs')
    expect(loaded).toMatchObject({ said: 'function', all: expect.arrayContaining(['Agent', 'request']) })
  })
})
