/** What cmd.exe is told, so that a batch file gets the words that were meant. */
import { describe, expect, it } from 'vitest'
import { batchStart, isBatch } from '../../../../app/platform/process/batch.ts'

const line = (...words: string[]) => batchStart(words, 'C:\\Windows\\System32\\cmd.exe').args.at(-1)

describe('batchStart', () => {
  it('is for batch files alone', () => {
    expect(['npm.cmd', 'A.BAT', 'git.exe', 'x.cmd.exe'].map(isBatch)).toEqual([true, true, false, false])
  })

  it('puts each word in quotes, in which cmd.exe reads nothing else', () => {
    expect(line('C:\\Program Files\\nodejs\\npm.cmd', 'a&b', 'c>d ^e')).toBe(
      '""C:\\Program Files\\nodejs\\npm.cmd" "a&b" "c>d ^e""',
    )
  })

  it('keeps a backslash at the end from taking the quote along', () => {
    expect(line('x.cmd', 'C:\\folder\\')).toBe('""x.cmd" "C:\\folder\\\\""')
  })

  it.each(['%PATH%', 'say "x"', 'a\nb'])('refuses %j, which no quotes would carry through', (word) => {
    expect(() => line('x.cmd', word)).toThrow('cmd.exe cannot hand on')
  })
})
