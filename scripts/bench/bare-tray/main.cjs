// The least an Electron program in the tray can be: an icon, a menu, and a window that shows one line.
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
  if (!process.argv.includes('--background')) {
    new BrowserWindow({ width: 1000, height: 700 }).loadURL('data:text/html,<p>hello</p>')
  }
  process.stdout.write('bare-tray is running\n')
})
