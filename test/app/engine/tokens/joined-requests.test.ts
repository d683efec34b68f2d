import { describe, expect, it } from 'vitest'
import { JoinedRequests } from '../../../../app/engine/tokens/joined-requests.ts'
import { Secret } from '../../../../app/model/secret.ts'
import type { UsableToken } from '../../../../app/model/usable-token.ts'

const token: UsableToken = { accessToken: new Secret('CANARY') }

function asks() {
  const joined = new JoinedRequests()
  const answers: ((how: UsableToken | Error) => void)[] = []
  const ask = (name = 'p', validForMs = 0, askedBy = 'cli') =>
    joined.join(
      name,
      validForMs,
      askedBy,
      () =>
        new Promise((resolve, reject) => {
          answers.push((how) => (how instanceof Error ? reject(how) : resolve(how)))
        }),
    )
  return { ask, answers }
}

describe('JoinedAsks', () => {
  it('asks once for all who want the same at the same moment', async () => {
    const { ask, answers } = asks()
    const all = Array.from({ length: 1000 }, () => ask())
    expect(answers).toHaveLength(1)
    answers[0]?.(token)
    expect(new Set(await Promise.all(all))).toEqual(new Set([token]))
  })

  it('asks anew for another login, a longer time, and somebody else', () => {
    const { ask, answers } = asks()
    void ask()
    void ask('q')
    void ask('p', 60_000)
    void ask('p', 0, 'cron')
    void ask('p', 60_000)
    expect(answers).toHaveLength(4)
  })

  it('asks anew once the answer is there, and once it failed', async () => {
    const { ask, answers } = asks()
    const first = ask()
    const other = ask('p', 60_000)
    answers[0]?.(token)
    await first
    const second = ask()
    expect(answers).toHaveLength(3)
    answers[2]?.(new Error('no'))
    await expect(second).rejects.toThrow('no')
    void ask()
    expect(answers).toHaveLength(4)
    expect(ask('p', 60_000)).toBe(other) // still under way
  })
})
