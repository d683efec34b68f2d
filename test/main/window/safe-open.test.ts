import { describe, expect, it } from 'vitest'
import { isSafeToOpen, safeBrowser } from '../../../main/window/safe-open.ts'

describe('isSafeToOpen', () => {
  it('lets https through, and http on loopback', () => {
    expect(isSafeToOpen('https://auth.example.test/authorize?state=1')).toBe(true)
    expect(isSafeToOpen('http://127.0.0.1:4000/auth')).toBe(true)
    expect(isSafeToOpen('http://[::1]:4000/auth')).toBe(true)
    expect(isSafeToOpen('http://localhost:4000/auth')).toBe(true)
  })

  it.each([
    'http://example.test/',
    'http://127.0.0.1.example.test/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'mailto:ada@example.test',
    'smb://server/share',
    'https://user:word@example.test/',
    '--help',
    '',
  ])('refuses %j', (address) => {
    expect(isSafeToOpen(address)).toBe(false)
  })
})

describe('safeBrowser', () => {
  it('hands the normalized address on, and nothing that is refused', async () => {
    const opened: string[] = []
    const browser = safeBrowser(async (address) => {
      opened.push(address)
    })
    await browser.open('https://example.test/a b')
    await expect(browser.open('file:///etc/passwd')).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' })
    expect(opened).toEqual(['https://example.test/a%20b'])
  })
})
