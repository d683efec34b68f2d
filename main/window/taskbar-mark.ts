/** A red disc beside the icon on the taskbar of Windows. Drawn here: it is one colour and sixteen pixels wide. */
import { type NativeImage, nativeImage } from 'electron'

const SIZE = 16
const RED = [0x2b, 0x34, 0xc3] // blue, green, red

export function taskbarMark(): NativeImage {
  return nativeImage.createFromBitmap(discOf(SIZE), { width: SIZE, height: SIZE })
}

/** Soft at its edge: each pixel is as opaque as it is covered. */
export function discOf(size: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4)
  const middle = (size - 1) / 2
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const inside = Math.min(1, Math.max(0, size / 2 - Math.hypot(x - middle, y - middle)))
      const alpha = Math.round(inside * 255)
      // Electron takes colours that are multiplied by their opacity.
      pixels.set([...RED.map((colour) => Math.round(colour * inside)), alpha], (y * size + x) * 4)
    }
  }
  return pixels
}
