// Takes out of a packaged program what only development needs, before fuses are set and anything is signed.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'

export default async function afterPack({ appOutDir, packager }) {
  // It would run any folder named on the command line. Electron's own download loses it by itself, a folder given
  // as `electronDist` does not.
  await rm(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true })
}
