import { expect, test } from 'vitest'
import { rehearseFirstRequest } from '../../../../app/platform/net/first-request.ts'

test('the rehearsal takes the whole way that a real reply takes', async () => {
  expect(await rehearseFirstRequest()).toMatchObject({ kind: 'success', reply: { expiresAtMs: 1_000 } })
})
