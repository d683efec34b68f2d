import { describe, expect, it } from 'vitest'
import { ENTRIES } from '../../app/providers/catalogue/entries.ts'
import { planOf } from '../../app/providers/catalogue/plan.ts'
import { requestArguments } from '../../main/ipc/arguments.ts'

describe('provider:add', () => {
  it.each(ENTRIES)('may carry what the catalogue fills in for $id', (entry) => {
    const blanks = Object.fromEntries((entry.blanks ?? []).map(({ name, example }) => [name, example]))
    const { input } = planOf(entry, { clientId: 'c', clientSecretEnv: 'SECRET', blanks })
    expect(requestArguments['provider:add'].safeParse([input])).toMatchObject({ success: true })
  })
})
