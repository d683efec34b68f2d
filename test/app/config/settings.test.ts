import { describe, expect, it } from 'vitest'
import { toSettingsView } from '../../../app/config/settings.ts'

describe('the view of the settings', () => {
  it('names the program of each hook, and leaves its arguments out', () => {
    const hooks = { 'needs-login': ['/bin/tell', '--key', 'CANARY'], recovered: undefined }
    expect(toSettingsView({ hooks }).hooks).toEqual([{ event: 'needs-login', program: '/bin/tell' }])
    expect(JSON.stringify(toSettingsView({ hooks }))).not.toContain('CANARY')
    expect(toSettingsView({}).hooks).toEqual([])
  })
})
