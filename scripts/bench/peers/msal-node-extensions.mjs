// With the cache in a plain file. The package's own entry loads keytar's native build even for that, and install
// scripts are not run here, so the two classes are imported from where they lie.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openMsal } from './msal.mjs'

const dist = join(
  import.meta.dirname,
  '..',
  'node_modules',
  '@azure',
  'msal-node-extensions',
  'dist',
  'persistence',
)
const load = (name) => import(pathToFileURL(join(dist, `${name}.mjs`)).href)
const { FilePersistence } = await load('FilePersistence')
const { PersistenceCachePlugin } = await load('PersistenceCachePlugin')

export async function open(login) {
  const persistence = await FilePersistence.create(join(login.folder, 'msal.json'))
  return openMsal(login, () => new PersistenceCachePlugin(persistence))
}
