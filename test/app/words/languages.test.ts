import { describe, expect, it } from 'vitest'
import { isLanguage, LANGUAGES, languageFor } from '../../../app/words/languages.ts'

describe('languageFor', () => {
  it.each([
    [['de-AT', 'en-US'], 'de'],
    [['zh-Hans-CN'], 'zh'],
    [['zh_CN.UTF-8'], 'zh'],
    [['fr-FR', 'DE'], 'de'],
    [['fr-FR', 'it'], 'en'],
    [['en-US', 'de'], 'en'],
    [['C'], 'en'],
    [[], 'en'],
  ] as const)('%j is %s', (wanted, language) => {
    expect(languageFor(wanted)).toBe(language)
  })

  it('knows no languages but its own', () => {
    expect(['en', 'de', 'zh'].every(isLanguage)).toBe(true)
    expect([undefined, 'fr', 'toString'].some(isLanguage)).toBe(false)
  })

  it.each(Object.values(LANGUAGES))('$name is one that Intl has', ({ locale }) => {
    expect(Intl.DateTimeFormat.supportedLocalesOf(locale)).toEqual([locale])
  })
})
