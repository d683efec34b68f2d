/** Who asks: the process that started us, or whoever started a shell for us alone. */
import { describe, expect, it } from 'vitest'
import { aboutProcess, askerOf, isForUsAlone } from '../../../../app/cli/helpers/asker.ts'

const WORDS = ['helper', 'bearer', 'gateway']
const LINE = '/usr/bin/node /opt/lamplighter.cjs helper bearer gateway'

describe('a shell around us', () => {
  it.each([
    ['/bin/sh', '-c', LINE],
    ['bash', '-lc', `exec ${LINE}`],
    ['/bin/sh', '-c', `/usr/bin/env 'LAMPLIGHTER_HOME=/a b' node '/opt/it is.cjs' helper bearer 'gateway' `],
  ])('is for us alone: %s %s %s', (...shell) => expect(isForUsAlone(shell, WORDS)).toBe(true))

  it.each([
    ['a script', ['/bin/sh', '/home/ada/nightly.sh']],
    ['a person’s', ['-bash']],
    ['one that does more before', ['/bin/sh', '-c', `echo; ${LINE}`]],
    ['one that uses what we print', ['/bin/sh', '-c', `curl -H "$(${LINE})"`]],
    ['one that keeps what we print', ['/bin/sh', '-c', `${LINE} > token`]],
    ['one for another ask', ['/bin/sh', '-c', `${LINE}-2`]],
    ['no shell', ['/usr/bin/make', '-c', LINE]],
  ])('is not: %s', (_what, shell) => expect(isForUsAlone(shell, WORDS)).toBe(false))
})

describe('askerOf', () => {
  it('is the parent, and in a trial nobody who ever asks again', () => {
    expect(askerOf({}, WORDS)).toBe(process.ppid)
    expect(askerOf({ LAMPLIGHTER_TRIAL: '1' }, WORDS)).toBe(process.pid)
  })

  it.runIf(process.platform === 'linux')('knows who started a process', () => {
    expect(aboutProcess(process.pid)).toMatchObject({ parent: process.ppid })
    expect(aboutProcess(2 ** 22 + 1)).toBeUndefined()
  })
})
