import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Then nothing is asked. */
const isThere = existsSync(join(ROOT, 'node_modules/electron/dist/version'))

it.skipIf(isThere)('a mirror whose folders are named in another way is asked there', async () => {
  const asked = new Promise<string>((tell) => {
    const server = createServer(({ url = '' }, response) => {
      tell(url)
      response.writeHead(404).end()
    })
    onTestFinished(() => void server.close())
    server.listen(0, '127.0.0.1', () => prepareElectron((server.address() as AddressInfo).port))
  })
  expect(await asked).toMatch(/^\/\d+\.\d+\.\d+\/electron-v/)
})

function prepareElectron(port: number): void {
  const script = `import(${JSON.stringify(join(ROOT, 'scripts/runtime.mjs'))}).then((m) => m.prepareElectron())`
  const child = spawn(process.execPath, ['-e', script], {
    env: {
      PATH: '', // nothing else is started
      HOME: temporaryFolder(),
      ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
      ELECTRON_CUSTOM_DIR: '{{ version }}',
      npm_config_registry: `http://127.0.0.1:${port}/`,
    },
    stdio: 'ignore',
  })
  onTestFinished(() => void child.kill('SIGKILL'))
}
