// `node seed.mjs PROVIDER=PERSON...`: signs these people in to the vault under LAMPLIGHTER_HOME. A process of its
// own, because the home is part of the environment. The TypeScript is run through vite: Node.js 20 cannot.
import { dirname, join } from 'node:path'
import { runnerImport } from 'vite'
import { walk } from '../../test/fakes/authorization-server/walker.mjs'

const root = dirname(dirname(import.meta.dirname))
const { module } = await runnerImport(join(import.meta.dirname, 'seed.ts'), {
  configFile: false,
  root,
  logLevel: 'error',
})
const logins = process.argv.slice(2).map((word) => {
  const [providerId, person] = word.split('=')
  return { providerId, browser: (address) => walk(address, { account: person }) }
})
await module.seedVault(logins)
