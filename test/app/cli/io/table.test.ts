import { describe, expect, it } from 'vitest'
import { lineText, written } from '../../../../app/cli/io/line.ts'
import { cut, cutLine, table } from '../../../../app/cli/io/table.ts'

describe('a table', () => {
  it('is even where letters are two columns wide, or made of several signs', () => {
    expect(
      table([
        ['日本', 'a'],
        ['ab', 'b'],
        ['👨‍👩‍👧', 'c'],
        ['e\u0301x', 'd'],
      ]),
    ).toEqual(['日本  a', 'ab    b', '👨‍👩‍👧    c', 'e\u0301x    d'])
  })

  it('fits the terminal by cutting its widest columns, and shows that it did', () => {
    const rows = [
      ['openai-codex:ada@example.test', 'fresh', 'OpenClaw · 15 agents'],
      ['b', 'needs login', '-'],
    ]
    const lines = table(rows, 40)
    expect(lines).toEqual(['openai-code…  fresh        OpenClaw · 1…', 'b             needs login  -'])
    expect(table(rows)[0]).toContain('openai-codex:ada@example.test  fresh        OpenClaw')
  })

  it('keeps a colour to its cell, and shows none where none is wanted', () => {
    const [line = ''] = table([[{ text: 'bad', tone: 'bad' }, 'x']])
    expect(written(line, true)).toBe('\u001b[31mbad\u001b[39m  x')
    expect(written(line, false)).toBe('bad  x')
    expect(lineText(line)).toBe('bad  x')
  })

  it('obeys nothing that stands in a cell', () => {
    const evil = '\u001b[2Jx\ny'
    const [line = ''] = table([[{ text: evil, tone: 'good' }, evil]])
    expect(written(line, true)).toBe('\u001b[32m\uFFFD[2Jx\uFFFDy\u001b[39m  \uFFFD[2Jx\uFFFDy')
    expect(written(evil, true)).toBe('\uFFFD[2Jx\ny')
  })
})

describe('a line that is too long', () => {
  it('is cut between signs, whatever its colours', () => {
    expect(cut('日本語', 5)).toBe('日本…')
    expect(cut('日本語', 6)).toBe('日本語')
    expect(lineText(cutLine([{ text: 'abc', tone: 'good' }, 'defg'], 5))).toBe('abcd…')
  })
})
