import { encode } from 'uqr'
import { describe, expect, it } from 'vitest'
import { qrPath } from '../../../renderer/format/qr.ts'

const URL = 'https://auth.example.test/device?user_code=BDWP-HQPK'

/** The modules that a path darkens. */
function modules(d: string, size: number): boolean[][] {
  const dark = Array.from({ length: size }, () => Array<boolean>(size).fill(false))
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let step = 0; step < Number(width); step += 1) {
      const row = dark[Number(y)]
      if (row) row[Number(x) + step] = true
    }
  }
  return dark
}

describe('qrPath', () => {
  it('darkens exactly the modules of the code', () => {
    const path = qrPath(URL)
    const { data } = encode(URL, { ecc: 'M', border: 4 })
    expect(path?.size).toBe(data.length)
    expect(modules(path?.d ?? '', path?.size ?? 0)).toEqual(data.map((row) => row.map(Boolean)))
  })

  it('leaves four light modules on every side, where the first finder pattern begins', () => {
    const path = qrPath(URL)
    const dark = modules(path?.d ?? '', path?.size ?? 0)
    expect(dark.slice(0, 4).flat().some(Boolean)).toBe(false)
    expect(dark.every((row) => !row.slice(0, 4).some(Boolean) && !row.slice(-4).some(Boolean))).toBe(true)
    expect(dark[4]?.slice(4, 12)).toEqual([true, true, true, true, true, true, true, false])
  })

  it('draws none for a text that no camera would read from here', () => {
    expect(qrPath(`https://example.test/${'x'.repeat(600)}`)).toBeUndefined()
  })
})
