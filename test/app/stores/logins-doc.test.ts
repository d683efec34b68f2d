/** docs/logins.md says of every adapter what it does: none is missing, and no variable is. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { ADAPTERS, createStores, WRITTEN } from '../../../app/stores/registry.ts'
import { createVault } from '../../../app/stores/vault/store.ts'
import { createFakePorts } from '../../fakes/ports.ts'

const TEXT = readFileSync(new URL('../../../docs/logins.md', import.meta.url), 'utf8')
const rows = new Map(
  [...TEXT.matchAll(/^\| `([a-z-]+)` \|(?:[^|]*\|){5}$/gm)].map(([row, id = '']) => [id, row]),
)

it.each([...ADAPTERS, ...WRITTEN].map(({ id, environment }) => [id, environment] as const))(
  '%s has a row that names its variables',
  (id, environment) => {
    for (const name of environment) expect(rows.get(id)).toContain(`\`${name}\``)
    expect(rows.get(id)).toBeDefined()
  },
)

it('tells of nothing that is not there', () => {
  const ports = createFakePorts()
  const known = createStores(ports, () => undefined, createVault(ports))
  expect([...rows.keys()].filter((id) => !known.has(id))).toEqual([])
})
