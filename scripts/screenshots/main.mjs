// A window and nothing else: shows the address it is given, for pictures of the preview.
import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1180, height: 760, useContentSize: true, frame: false })
  void window.loadURL(process.env.PREVIEW_URL)
})
