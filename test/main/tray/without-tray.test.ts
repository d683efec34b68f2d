import { describe, expect, it } from 'vitest'
import { NO_TRAY, withoutTray } from '../../../main/tray/without-tray.ts'
import { overviewView } from '../../support/views.ts'

describe('withoutTray', () => {
  it('says how to get back in, after what is worse', () => {
    const worse = { code: 'CONFIG_INVALID', message: 'config.json cannot be read.' }
    const { problems } = withoutTray(overviewView([], { problems: [worse] }))
    expect(problems).toEqual([worse, NO_TRAY])
    expect(NO_TRAY.hint).toContain('start Lamplighter once more')
  })
})
