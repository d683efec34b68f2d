import { describe, expect, it } from 'vitest'
import { TRAYLESS, withoutTray } from '../../../main/tray/without-tray.ts'
import { overviewView } from '../../support/views.ts'

describe('withoutTray', () => {
  it('says how to get back in, after what is worse', () => {
    const worse = { code: 'CONFIG_INVALID', message: 'config.json cannot be read.' }
    const { problems } = withoutTray(overviewView([], { problems: [worse] }))
    expect(problems).toEqual([worse, TRAYLESS])
    expect(TRAYLESS.hint).toContain('start Lamplighter once more')
  })
})
