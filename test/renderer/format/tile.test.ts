import { describe, expect, it } from 'vitest'
import { tileOf } from '../../../renderer/format/tile.ts'

describe('tileOf', () => {
  it.each([
    ['OpenAI Codex', 'Oc'],
    ['Anthropic', 'An'],
    ['xAI', 'xA'],
    ['minimax', 'Mi'],
    ['GitHub CLI', 'Gc'],
    ['/usr/bin/git', 'Gi'],
    ['C:\\Tools\\git.exe', 'Ge'],
    ['', '?'],
  ])('%s is %s', (name, letters) => {
    expect(tileOf(name).letters).toBe(letters)
  })

  it('keeps one colour for one name', () => {
    expect(tileOf('xAI').hue).toBe(tileOf('xAI').hue)
    expect(tileOf('/usr/bin/git')).toEqual(tileOf('git'))
    for (const name of ['a', 'Google', '漢字', 'Ünal']) expect(tileOf(name).hue).toBeLessThan(8)
  })
})
