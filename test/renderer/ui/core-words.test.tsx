import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { CoreWords } from '../../../renderer/ui/core-words.tsx'

const html = (words: string | undefined) => renderToStaticMarkup(<CoreWords words={words} />)

describe('CoreWords', () => {
  it.each([
    ['Run `ssh rack` once in a terminal.', 'Run <code>ssh rack</code> once in a terminal.'],
    ['`lamplighter list`', '<code>lamplighter list</code>'],
    ['Nothing to do.', 'Nothing to do.'],
    ['One ` alone <b>', 'One ` alone &lt;b&gt;'],
    [undefined, ''],
  ])('shows %s as it is meant', (words, shown) => {
    expect(html(words)).toBe(shown)
  })
})
