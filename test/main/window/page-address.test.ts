import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contentType, fileFor, isOurPage } from '../../../main/window/page-address.ts'

describe('isOurPage', () => {
  it('knows our origin from those that look like it', () => {
    expect(isOurPage('app://lamplighter/index.html')).toBe(true)
    for (const address of [
      'app://lamplighter.example.test/',
      'app://other/',
      'https://lamplighter/',
      'file:///lamplighter',
      'about:blank',
      '',
    ]) {
      expect(isOurPage(address)).toBe(false)
    }
  })
})

describe('fileFor', () => {
  it('finds the files of the page', () => {
    expect(fileFor('app://lamplighter/', '/pages')).toBe(join('/pages/index.html'))
    expect(fileFor('app://lamplighter/assets/index-1.js?x#y', '/pages')).toBe(
      join('/pages/assets/index-1.js'),
    )
  })

  it.each([
    'app://lamplighter/../secrets.json',
    'app://lamplighter/%2e%2e/secrets.json',
    'app://lamplighter/..%2fsecrets.json',
    'app://lamplighter/assets/..%2f..%2fsecrets.json',
    'app://lamplighter/%00',
    'app://lamplighter/%',
    'app://other/index.html',
  ])('never leads out of its folder: %s', (address) => {
    expect(fileFor(address, '/pages') ?? '/pages/inside').toMatch(/^[\\/]pages[\\/]/)
  })
})

describe('contentType', () => {
  it('is known for what we ship and for nothing else', () => {
    expect(contentType('/pages/a.JS')).toBe('text/javascript; charset=utf-8')
    expect(contentType('/pages/a.exe')).toBeUndefined()
  })
})
