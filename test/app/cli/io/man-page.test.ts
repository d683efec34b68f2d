import { expect, it } from 'vitest'
import { PEOPLES } from '../../../../app/cli/command-table.ts'
import { manPage } from '../../../../app/cli/io/man-page.ts'

const page = manPage(PEOPLES, '1.2.3')

it('the manual has every command, flag and example, and nothing that roff would take for an order', () => {
  for (const { name, flags, examples } of PEOPLES) {
    expect(page).toContain(`.SS ${name.replaceAll('-', '\\-')}\n`)
    for (const flag of Object.keys(flags)) expect(page).toContain(`.B \\-\\-${flag.replaceAll('-', '\\-')}`)
    expect(page).toContain(`    lamplighter ${(examples[0] ?? '').replaceAll('-', '\\-')}`)
  }
  expect(page).toMatch(/^[ -~\n]*$/) // troff reads one byte as one sign
  const orders = /^\.(TH|SH|SS|TP|PP|B|BR|I|br|nf|fi)\b/
  for (const line of page.split('\n')) if (/^[.']/.test(line)) expect(line).toMatch(orders)
})
