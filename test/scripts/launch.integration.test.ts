import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runElectron } from '../../scripts/launch.mjs'
import { temporaryFolder } from '../support/temporary-folder.ts'

it.skipIf(process.platform === 'win32')(
  'npm start ends with the application, although a browser that it opened goes on',
  async () => {
    const pidFile = join(temporaryFolder(), 'pid')
    const application = `sleep 60 & echo $! > "$0"; exit 7` // as xdg-open does: the browser has its standard error
    onTestFinished(() => void process.kill(Number(readFileSync(pidFile, 'utf8'))))
    const startedAtMs = performance.now()
    expect(await runElectron('/bin/sh', ['-c', application, pidFile], process.env)).toBe(7)
    expect(performance.now() - startedAtMs).toBeLessThan(30_000)
  },
)
