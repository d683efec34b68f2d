import { describe, expect, it } from 'vitest'
import { fitBounds, parseBounds } from '../../../main/window/window-bounds.ts'

const LAPTOP = { x: 0, y: 0, width: 1440, height: 900 }
const BESIDE = { x: 1440, y: 0, width: 1920, height: 1080 }

describe('fitBounds', () => {
  it('puts the window back where it was', () => {
    const there = { x: 1500, y: 40, width: 900, height: 700 }
    expect(fitBounds(there, [LAPTOP, BESIDE])).toEqual(there)
  })

  it('keeps only the size when the screen it was on is gone', () => {
    expect(fitBounds({ x: 1500, y: 40, width: 900, height: 700 }, [LAPTOP])).toEqual({
      width: 900,
      height: 700,
    })
  })

  it('pulls a window that hangs over the edge back in', () => {
    const fitted = fitBounds({ x: 1300, y: 600, width: 900, height: 700 }, [LAPTOP])
    expect(fitted).toEqual({ x: 540, y: 200, width: 900, height: 700 })
  })

  it('is never smaller than the page can be read in, nor larger than the screen', () => {
    expect(fitBounds({ x: 0, y: 0, width: 100, height: 100 }, [LAPTOP])).toEqual({
      x: 0,
      y: 0,
      width: 720,
      height: 480,
    })
    expect(fitBounds({ x: 0, y: 0, width: 9000, height: 9000 }, [LAPTOP])).toEqual(LAPTOP)
  })

  it('fits the usual size to a small screen the first time', () => {
    expect(fitBounds(undefined, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600,
    })
  })
})

describe('parseBounds', () => {
  it('forgets nonsense', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{"x":1}',
      '{"x":"1","y":2,"width":3,"height":4}',
      '{"x":1e999}',
    ]) {
      expect(parseBounds(text)).toBeUndefined()
    }
    expect(parseBounds('{"x":1,"y":2,"width":3,"height":4}')).toEqual({ x: 1, y: 2, width: 3, height: 4 })
  })
})
