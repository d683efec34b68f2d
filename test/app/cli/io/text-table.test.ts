import { describe, expect, it } from 'vitest'
import { textTable } from '../../../../app/cli/io/text-table.ts'

const ROWS = [
  ['unknown', 'acme:ada', 'The file is there, and it is not what Acme writes into it.'],
  ['ready', 'acme:eve', ''],
]

describe('a table that ends in a text', () => {
  it('goes on below itself on a terminal, and cuts nothing', () => {
    expect(textTable(ROWS, 50)).toEqual([
      'unknown  acme:ada  The file is there, and it is',
      '                   not what Acme writes into it.',
      'ready    acme:eve',
    ])
  })

  it('is one line for each row where there is no terminal, or no room', () => {
    const lines = [
      'unknown  acme:ada  The file is there, and it is not what Acme writes into it.',
      'ready    acme:eve',
    ]
    expect(textTable(ROWS)).toEqual(lines)
    expect(textTable(ROWS, 30)).toEqual(lines)
  })
})
