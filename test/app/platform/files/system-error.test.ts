import { expect, it } from 'vitest'
import { toFailure } from '../../../../app/base/errors.ts'
import { asStoreError } from '../../../../app/platform/files/system-error.ts'

const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' })
const path = "/home/ada/it's here.json"

it.skipIf(process.platform === 'win32')('says how a file becomes readable again, for a terminal', () => {
  const { message, hint, command } = toFailure(asStoreError('STORE_UNREADABLE', 'Reading', path, refused))
  expect(message).toBe(`Reading ${path} failed (EACCES): the permissions do not allow it.`)
  expect(command).toBe(`chmod u+rX '/home/ada/it'\\''s here.json'`)
  expect(hint).toBe(`Make it readable for you: ${command}`)
})

it('names no command where another right is missing, or something else went wrong', () => {
  const broken = Object.assign(new Error('EIO'), { code: 'EIO' })
  expect(asStoreError('STORE_UNWRITABLE', 'Writing', path, refused).command).toBeUndefined()
  expect(asStoreError('STORE_UNREADABLE', 'Reading', path, broken).command).toBeUndefined()
})
