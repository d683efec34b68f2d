import { describe, expect, it } from 'vitest'
import { parseJournalEntry } from '../../../app/model/journal-entry.ts'

const asking = {
  version: 1,
  state: 'asking',
  profileId: 'p',
  attempt: 1,
  pid: 7,
  startedAt: '',
  hostname: 'here',
  atMs: 1000,
}
const answered = { ...asking, state: 'answered', successor: 'abcdefabcdef', sealed: 's' }
const lines = (...all: readonly object[]): string => all.map((one) => JSON.stringify(one)).join('\n')

describe('parseTicket', () => {
  it('takes the last line for the latest word', () => {
    expect(parseJournalEntry(lines(asking), 'x')).toEqual(asking)
    expect(parseJournalEntry(lines(asking, answered), 'x')).toEqual(answered)
  })

  it('goes by the line before one that a crash cut short, wherever it was cut', () => {
    const whole = lines(asking, answered)
    for (let end = lines(asking).length + 1; end < whole.length; end++) {
      expect(parseJournalEntry(whole.slice(0, end), 'x')).toEqual(asking)
    }
    expect(parseJournalEntry(`${lines(asking)}\n\0\0\0\0`, 'x')).toEqual(asking)
  })

  it('says so when not even the first line is whole', () => {
    expect(() => parseJournalEntry(lines(asking).slice(0, 40), 'x')).toThrow('cannot be understood')
    expect(() => parseJournalEntry('', 'x')).toThrow('cannot be understood')
    expect(() => parseJournalEntry(lines({ version: 1 }), 'x')).toThrow('cannot be understood')
  })
})
