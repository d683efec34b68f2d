import { afterEach, describe, expect, it } from 'vitest'
import { callbackPage } from '../../../../app/platform/net/callback-page.ts'
import { loadLanguage } from '../../../../app/words/load.ts'

describe('callbackPage', () => {
  afterEach(() => loadLanguage('en'))

  it('speaks the language of the process that shows it', async () => {
    expect(callbackPage('arrived')).toMatch(/lang="en".*Back to Lamplighter.*You may close this tab\./su)
    await loadLanguage('de')
    expect(callbackPage('arrived')).toMatch(
      /lang="de".*Zurück zu Lamplighter.*Du kannst diesen Tab schließen\./su,
    )
    for (const kind of ['arrived', 'refused', 'foreign', 'empty'] as const)
      expect(callbackPage(kind)).not.toMatch(/\b(the|this|sign-in|answer)\b/)
  })

  it('says why as nothing but text', async () => {
    await loadLanguage('de')
    expect(callbackPage('refused', '<b>xAI</b> refused the sign-in.')).toContain(
      '<p>&#60;b&#62;xAI&#60;/b&#62; hat das Anmelden abgelehnt. Du kannst diesen Tab schließen.</p>',
    )
  })
})
