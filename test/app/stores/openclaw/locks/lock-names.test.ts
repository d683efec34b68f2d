import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { refreshLockNames } from '../../../../../app/stores/openclaw/locks/lock-names.ts'

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('refreshLockNames', () => {
  it.each([
    [
      'openai-codex',
      'openai-codex:default',
      'sha256-cee1bbaed8073aace8170859a25616882c288ceeaa1119df363bf01cc0cdab65.lock',
      'lock-7b9da1f0ba485a46aaec13e8c09ceb27.lock',
    ],
    [
      'openai',
      'openai:default',
      'sha256-5745659ffbfd6177a09e335e5c3da5e6bc0c2ed19b67af51f537ea171e03ccd0.lock',
      'lock-5440fa0b86d2697ef1152f7cb32a8157.lock',
    ],
    [
      'xai',
      'xai:user@example.com',
      'sha256-68c86be216c7726f0ad4426b8d8d58a72fcdf2a2de48178298dc3af53db705a2.lock',
      'lock-f4a6e17c8b4167e5976494109a2cb961.lock',
    ],
  ])(
    'names the lock of %s %s as both kinds of OpenClaw do, the older first',
    (provider, profileId, older, newer) => {
      expect(refreshLockNames({ provider, profileId }, sha256Hex)).toEqual([older, newer])
    },
  )
})
