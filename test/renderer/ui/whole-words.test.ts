// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { showWholeWords } from '../../../renderer/ui/whole-words.ts'

it('what is cut says the whole of it when it is pointed at, unless it says more already', () => {
  document.body.innerHTML =
    '<p class="clip" id="cut"><b>a long</b> sentence</p><p class="clip" id="whole">short</p><p class="clip" title="more" id="titled">x</p>'
  const element = (id: string) => document.getElementById(id) as HTMLElement
  const wide = (id: string, scroll: number) =>
    Object.defineProperties(element(id), {
      scrollWidth: { value: scroll, configurable: true },
      clientWidth: { value: 50, configurable: true },
    })
  wide('cut', 80)
  wide('whole', 50)
  wide('titled', 80)
  const end = showWholeWords(document)
  const point = (target: Element | null) => target?.dispatchEvent(new Event('pointerover', { bubbles: true }))
  point(element('cut').querySelector('b'))
  point(element('whole'))
  point(element('titled'))
  expect(['cut', 'whole', 'titled'].map((id) => element(id).title)).toEqual(['a long sentence', '', 'more'])
  wide('cut', 50)
  point(element('cut'))
  expect(element('cut').title).toBe('')
  end()
  wide('cut', 80)
  point(element('cut'))
  expect(element('cut').title).toBe('')
})
