import { describe, expect, it } from 'vitest'
import { twelve } from '../../../renderer/preview/sample-profiles.ts'
import { foundItems } from '../../../renderer/shell/palette-items.ts'

const NOW = 1_770_000_000_000
const found = (query: string) =>
  foundItems([], twelve(NOW), query, () => undefined).map(({ label, note }) => `${label}, ${note}`)

describe('the logins that the palette finds', () => {
  it('are those of that name before those that have it in a path', () => {
    const [first, ...others] = found('ada')
    expect(first).toContain('ada')
    const named = others.map((one) => one.includes('ada'))
    expect(named).toEqual(named.toSorted((a, b) => Number(b) - Number(a)))
    expect(found('anthropic').every((one) => one.includes('Anthropic'))).toBe(true)
  })
})
