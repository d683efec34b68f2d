/** What tests run from `dist/` is built before the first of them: a later build would exchange it under a running command. */
import { ensureBuilt } from '../scripts/built.mjs'

export default async function buildFirst(): Promise<void> {
  await ensureBuilt()
}
