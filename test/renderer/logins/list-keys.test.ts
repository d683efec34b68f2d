import { describe, expect, it } from 'vitest'
import { nextRow } from '../../../renderer/logins/list-keys.ts'
import { listRows } from '../../../renderer/model/profile-rows.ts'
import { twelve } from '../../../renderer/preview/sample-profiles.ts'

// # Acme OIDC (0), two logins (1, 2), # Anthropic (3), two logins (4, 5), ...
const rows = listRows(twelve(1_770_000_000_000), '', 'all')
const to = (from: number, key: string) => nextRow(rows, from, key, 3)

describe('nextRow', () => {
  it('passes over headings', () => {
    expect(to(2, 'ArrowDown')).toBe(4)
    expect(to(4, 'ArrowUp')).toBe(2)
  })

  it('stays at either end', () => {
    expect(to(1, 'ArrowUp')).toBe(1)
    expect(to(rows.length - 1, 'ArrowDown')).toBe(rows.length - 1)
  })

  it('jumps by pages and to the ends, always onto a login', () => {
    expect(to(5, 'Home')).toBe(1)
    expect(to(1, 'End')).toBe(rows.length - 1)
    for (const [from, row] of rows.entries()) {
      if (row.type === 'group') continue
      for (const key of ['PageUp', 'PageDown', 'ArrowUp', 'ArrowDown']) {
        expect(rows[to(from, key) ?? -1]?.type).toBe('profile')
      }
    }
  })

  it('selects the first when nothing is selected', () => {
    expect(to(-1, 'ArrowDown')).toBe(1)
    expect(to(-1, 'ArrowUp')).toBe(1)
  })

  it('leaves other keys alone, and an empty list', () => {
    expect(to(1, 'Tab')).toBeUndefined()
    expect(nextRow([], -1, 'ArrowDown', 3)).toBeUndefined()
  })
})
