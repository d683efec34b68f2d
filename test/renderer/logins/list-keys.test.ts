import { describe, expect, it } from 'vitest'
import { nextRow } from '../../../renderer/logins/list-keys.ts'
import { listRows } from '../../../renderer/model/profile-rows.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000
// # Needs you (0), one login (1), # Worth a look (2), four logins (3 to 6), ...
const rows = listRows(twelve(NOW), { nowMs: NOW })
const to = (from: number, key: string) => nextRow(rows, from, key, 3)

describe('nextRow', () => {
  it('passes over headings', () => {
    expect(to(1, 'ArrowDown')).toBe(3)
    expect(to(3, 'ArrowUp')).toBe(1)
  })

  it('stops at a folded group, which opens from there', () => {
    const folded = listRows(crowd(NOW, 200), { nowMs: NOW })
    const fold = folded.findIndex((row) => row.type === 'fold')
    expect(nextRow(folded, fold - 2, 'ArrowDown', 3)).toBe(fold)
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
