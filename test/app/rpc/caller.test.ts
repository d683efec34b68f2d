import { describe, expect, it } from 'vitest'
import { callerOf } from '../../../app/rpc/caller.ts'
import { FakeProcess } from '../../fakes/process.ts'

const process = new FakeProcess({ pid: 4711 })

describe('callerOf', () => {
  it('names a running process with its pid', () => {
    expect(callerOf({ process: 'my-agent', pid: 4711 }, process)).toEqual({
      name: 'my-agent',
      askedBy: 'my-agent (pid 4711)',
    })
  })

  it('does not believe a pid that nobody has', () => {
    expect(callerOf({ process: 'my-agent', pid: 4712 }, process).askedBy).toBe('my-agent')
  })

  it('makes a name fit for a line of the history', () => {
    const name = (text: string): string => callerOf({ process: text, pid: 1 }, process).name
    expect(name(' a\u001b[2J\nb\u202e ')).toBe('a [2J b')
    expect(name('x'.repeat(1_000))).toHaveLength(60)
    expect(name('')).toBe('somebody')
    expect(name('\n')).toBe('somebody')
  })
})
