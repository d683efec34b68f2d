// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest'
import {
  belongsElsewhere,
  DOCUMENTED,
  type PressedKey,
  shortcutFor,
} from '../../../renderer/shell/keyboard.ts'

const pressed = (key: string, over: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  repeat: false,
  isComposing: false,
  defaultPrevented: false,
  ...over,
})

describe('shortcutFor', () => {
  it('knows each key that the list documents for it', () => {
    for (const key of ['/', '?', '1', '2', '3', '4', '5', 'R', 'S']) {
      expect(DOCUMENTED.some((group) => group.keys.some(({ keys }) => keys.includes(key)))).toBe(true)
      expect(shortcutFor(pressed(key))).toBeDefined()
    }
    expect(shortcutFor(pressed('2'))).toEqual({ kind: 'screen', screen: 'programs' })
    expect(shortcutFor(pressed('r'))).toEqual({ kind: 'refresh' })
  })

  it('leaves chords, held keys and half-typed characters alone', () => {
    const not: readonly (keyof PressedKey)[] = [
      'ctrlKey',
      'metaKey',
      'altKey',
      'repeat',
      'isComposing',
      'defaultPrevented',
    ]
    for (const member of not) expect(shortcutFor(pressed('r', { [member]: true }))).toBeUndefined()
    for (const key of ['9', '0', 'x', 'Enter', 'F1']) expect(shortcutFor(pressed(key))).toBeUndefined()
  })
})

describe('belongsElsewhere', () => {
  afterEach(() => {
    document.body.innerHTML = ''
  })

  it('leaves keys to whoever types text', () => {
    document.body.innerHTML =
      '<input><input type="search"><input type="password"><textarea></textarea><select></select>'
    for (const element of document.body.children) expect(belongsElsewhere(element)).toBe(true)
    document.body.innerHTML =
      '<button></button><input type="checkbox"><input type="radio"><div tabindex="0"></div>'
    for (const element of document.body.children) expect(belongsElsewhere(element)).toBe(false)
  })

  it('leaves keys to a dialog or a menu', () => {
    document.body.innerHTML = '<dialog open></dialog>'
    expect(belongsElsewhere(document.body)).toBe(true)
    document.body.innerHTML = '<div role="menu"></div>'
    expect(belongsElsewhere(document.body)).toBe(true)
  })
})
