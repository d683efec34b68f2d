// The least an Electron program in the tray can be: an icon, a menu, and two windows that show one line.
const { app, BrowserWindow, Menu, nativeImage, Tray } = require('electron')
const { join } = require('node:path')

app.setPath('userData', process.env.BARE_TRAY_HOME)
app.on('window-all-closed', () => undefined)
let tray
app.whenReady().then(() => {
  tray = new Tray(
    nativeImage
      .createFromPath(join(__dirname, '..', '..', '..', 'resources', 'icon.png'))
      .resize({ width: 22 }),
  )
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', role: 'quit' }]))
  let small
  tray.on('click', () => {
    if (small?.isVisible()) return small.hide()
    if (small) return small.show()
    small = new BrowserWindow({ width: 370, height: 420, show: false, frame: false })
    small.once('ready-to-show', () => small.show())
    small.loadURL('data:text/html,<p>hello</p>')
  })
  if (!process.argv.includes('--background')) {
    new BrowserWindow({ width: 1000, height: 700 }).loadURL('data:text/html,<p>hello</p>')
  }
  process.stdout.write('bare-tray is running\n')
})
