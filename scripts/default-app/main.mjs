// What `electron <folder>` runs: Electron's own default_app in small, for the substitute runtime, which has
// none. It loads the application as an ES module, so that it starts here exactly as it does when packaged.
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)

const preloads = [] // -r FILE: Playwright passes its loader so
let folder
const words = process.argv.slice(1)
for (let at = 0; at < words.length && folder === undefined; at++) {
  if (words[at] === '-r' || words[at] === '--require') preloads.push(words[++at])
  else if (!words[at].startsWith('-')) folder = resolve(words[at])
}
if (folder === undefined) {
  console.error('electron: name the folder of an application')
  process.exit(64)
}

for (const preload of preloads) require(preload)
process.defaultApp = true

const { name, productName, version, desktopName, main } = require(join(folder, 'package.json'))
if (version) app.setVersion(version)
app.name = productName ?? name
app.setDesktopName(desktopName ?? `${name}.desktop`) // notifications and URL schemes are filed under it
app.setAppPath(folder)

await import(pathToFileURL(require.resolve(join(folder, main ?? 'index.js'))).href)
