/** What is cut off with an ellipsis says the whole of it when it is pointed at: one rule for all places that cut. */

/** @returns takes the rule back */
export function showWholeWords(page: Document): () => void {
  const onPointer = ({ target }: Event): void => {
    const cut = target instanceof Element ? target.closest<HTMLElement>('.clip') : null
    if (!cut || (cut.title !== '' && cut.dataset['whole'] === undefined)) return
    const isCut = cut.scrollWidth > cut.clientWidth
    if (isCut) {
      cut.title = cut.textContent ?? ''
      cut.dataset['whole'] = ''
    } else cut.removeAttribute('title')
  }
  page.addEventListener('pointerover', onPointer)
  return () => page.removeEventListener('pointerover', onPointer)
}
