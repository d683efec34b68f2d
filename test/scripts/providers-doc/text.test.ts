import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ENTRIES } from '../../../app/providers/catalogue/entries.ts'
import { providersPage } from '../../../scripts/providers-doc/text.ts'

describe('docs/providers.md', () => {
  it('is what the catalogue says now (npm run docs:providers)', () => {
    const written = readFileSync(new URL('../../../docs/providers.md', import.meta.url), 'utf8')
    expect(written).toBe(providersPage(ENTRIES))
  })

  it('has every entry once, and an asterisk at what is only believed', () => {
    const page = providersPage(ENTRIES)
    for (const { id } of ENTRIES) expect(page.split(`| \`${id}\``)).toHaveLength(2)
    expect(page).toMatch(/`typeform` \| Typeform \| secret\*/)
    expect(page).toMatch(/`box` \| Box \| secret \|.*\| always \| 1 h \| unused for 60 d \|/)
  })
})
