/** The lamp as an image. Drawn here when the file is missing: a tray item without an image is invisible. */
import { join } from 'node:path'
import { type NativeImage, nativeImage } from 'electron'
import { isPanelDark } from '../window/theme.ts'
import { iconFile, type Lamp } from './tray-icon.ts'

const SIZE = 22 // pixels: what Linux panels show

/** What tells one image from another: the file's name under resources/tray/. */
export function lampFile(lamp: Lamp): string {
  const { platform, env } = process
  return iconFile(lamp, { platform, desktop: env.XDG_CURRENT_DESKTOP, dark: isPanelDark() })
}

export function lampImage(lamp: Lamp, folder: string): NativeImage {
  const image = nativeImage.createFromPath(join(folder, lampFile(lamp)))
  if (image.isEmpty()) return drawn(lamp)
  if (process.platform === 'darwin') image.setTemplateImage(true)
  return image
}

/** A disc: full, half, with a notch, or a ring. Amber, readable on light and dark panels. */
function drawn(lamp: Lamp): NativeImage {
  const pixels = Buffer.alloc(SIZE * SIZE * 4)
  const middle = (SIZE - 1) / 2
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const radius = Math.hypot(x - middle, y - middle)
      if (radius > middle || !isLit(lamp, x - middle, y - middle, radius / middle)) continue
      pixels.set([0x0e, 0x8a, 0xe0, 0xff], (y * SIZE + x) * 4) // blue, green, red, alpha
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: SIZE, height: SIZE })
}

function isLit(lamp: Lamp, x: number, y: number, radius: number): boolean {
  const ring = radius > 0.75
  if (lamp === 'lit') return true
  if (lamp === 'half') return ring || y > 0
  if (lamp === 'notch') return !(x > 0 && y < 0)
  return ring
}
