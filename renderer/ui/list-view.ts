/** What the list has to know about the box it is in. */
import { type RefObject, useEffect, useState } from 'react'
import { type Range, visibleRange } from '../format/visible-rows.ts'

/** Rows drawn beyond each edge. */
const OVERSCAN = 6
/** Two rows: with what is drawn beyond the edge there is no need to follow each pixel. */
const STEP_PX = 104
/** Before it was measured, and where nothing can be. */
const USUAL_HEIGHT_PX = 720

/** The rows on screen; renders again only when those change. */
export function useRange(box: RefObject<HTMLElement | null>, offsets: readonly number[]): Range {
  const [view, setView] = useState({ top: 0, height: USUAL_HEIGHT_PX })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => {
      const top = Math.floor(element.scrollTop / STEP_PX) * STEP_PX
      const height = (element.clientHeight || USUAL_HEIGHT_PX) + STEP_PX
      setView((last) => (last.top === top && last.height === height ? last : { top, height }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    measure()
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box])
  return visibleRange(offsets, view.top, view.height, OVERSCAN)
}

/** The size of the text in px; follows the person's own setting. */
export function useTextSize(): number {
  const [px, setPx] = useState(13)
  useEffect(() => {
    const measure = () => {
      const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
      setPx(size > 0 ? size : 13)
    }
    measure()
    window.addEventListener('resize', measure)
    return () => window.removeEventListener('resize', measure)
  }, [])
  return px
}

/** Where nothing can be measured. */
const USUAL_WIDTH_PX = 640

/**
 * The width of an element in px, followed as the window changes.
 * @param which tells the elements apart that `box` can hold one after the other
 */
export function useWidth(box: RefObject<HTMLElement | null>, which?: string): number {
  const [width, setWidth] = useState(USUAL_WIDTH_PX)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element is the reason to measure again
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWidth(element.clientWidth || USUAL_WIDTH_PX)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [box, which])
  return width
}
