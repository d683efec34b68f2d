// `node seed.mjs PROVIDER=PERSON... JSON...`: signs these people in to the vault under LAMPLIGHTER_HOME, and puts entries there
// that no sign-in would leave. A process of its
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
const words = process.argv.slice(2)
const entries = words.filter((word) => word.startsWith('{')).map((word) => JSON.parse(word))
const logins = words
  .filter((word) => !word.startsWith('{'))
  .map((word) => {
    const [providerId, person] = word.split('=')
    return { providerId, browser: (address) => walk(address, { account: person }) }
  })
await module.seedVault(logins)
await module.seedEntries(entries)
