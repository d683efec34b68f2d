// Draws every icon of the application from resources/lamp.svg. Run it after changing that file, and keep what
// it writes: the results are committed, so that nothing else needs the renderer.
import './node-version.mjs'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const resources = join(dirname(import.meta.dirname), 'resources')
const lamp = readFileSync(join(resources, 'lamp.svg'), 'utf8')

// What the lamp says, as the layers that are hidden: lit, all is well; half, something is due or retrying;
// notch, a person is needed; dark, paused or nothing to keep.
const STATES = {
  lit: '#flame-half, #notch { display: none }',
  half: '#flame-full, #notch { display: none }',
  notch: '#flame-full, #flame-half { display: none } #lamp { mask: url(#bite) }',
  dark: '#flame-full, #flame-half, #notch { display: none }',
}
const COLOURS = {
  'on-dark': '.ink { fill: #f4f1ea } .flame { fill: #f2b25c } .alert { fill: #ff7a6b }',
  'on-light': '.ink { fill: #2b2926 } .flame { fill: #b4690e } .alert { fill: #c3342b }',
  // macOS colours it by itself and looks at the opacity only; the name must end in Template.
  template: '.ink, .flame, .alert { fill: #000 }',
}
const TRAY_SIZES = [16, 22] // points: Windows and macOS, Linux panels; each also at @2x
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]

const tray = join(resources, 'tray')
rmSync(tray, { recursive: true, force: true })
for (const state of Object.keys(STATES)) {
  for (const tone of ['on-dark', 'on-light']) {
    mkdirSync(join(tray, tone), { recursive: true })
    for (const size of TRAY_SIZES) {
      writeFileSync(join(tray, tone, `${state}-${size}.png`), drawTray(state, tone, size))
      writeFileSync(join(tray, tone, `${state}-${size}@2x.png`), drawTray(state, tone, size * 2))
    }
  }
  writeFileSync(join(tray, `${state}Template.png`), drawTray(state, 'template', 16))
  writeFileSync(join(tray, `${state}Template@2x.png`), drawTray(state, 'template', 32))
}
writeFileSync(join(resources, 'icon.png'), drawApp(512))
writeFileSync(join(resources, 'icon.ico'), ico(ICO_SIZES.map((size) => ({ size, png: drawApp(size) }))))

function drawTray(state, tone, size) {
  return draw(lamp, `#plate { display: none } ${STATES[state]} ${COLOURS[tone]}`, size)
}

/** The lamp on its plate: a wider view, since the plate lies around the lamp's own square. */
function drawApp(size) {
  const wider = lamp.replace('viewBox="0 0 16 16"', 'viewBox="-3 -3 22 22"')
  return draw(wider, `${STATES.lit} ${COLOURS['on-dark']}`, size)
}

function draw(svg, css, size) {
  const styled = svg.replace('<defs>', `<style>${css}</style><defs>`)
  return new Resvg(styled, { fitTo: { mode: 'width', value: size } }).render().asPng()
}

/** ICO: a header, one 16-byte entry for each picture, then the PNGs themselves (allowed since Windows Vista). */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2) // type: icon
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  pictures.forEach(({ size, png }, at) => {
    const entry = 6 + 16 * at
    header.writeUInt8(size % 256, entry) // 0 stands for 256
    header.writeUInt8(size % 256, entry + 1)
    header.writeUInt16LE(1, entry + 4) // planes
    header.writeUInt16LE(32, entry + 6) // bits per pixel
    header.writeUInt32LE(png.length, entry + 8)
    header.writeUInt32LE(offset, entry + 12)
    offset += png.length
  })
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}
