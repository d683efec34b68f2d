// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { ConsentQuestionView } from '../../../app/contract/consent.ts'
import type { Language } from '../../../app/words/languages.ts'

const NOW = 1_770_000_000_000

const QUESTION: ConsentQuestionView = {
  id: 'q1',
  program: { name: 'nightly-report', isKnown: false },
  login: 'acme-bot',
  account: 'build-bot@example.test',
  sinceMs: NOW,
}

/** The whole window anew, in that language; a message without words fails the test. */
async function windowIn(language: Exclude<Language, 'en'>, isEmpty = false) {
  vi.resetModules()
  const { fetchWords, loadLanguage } = await import('../../../app/words/load.ts')
  await loadLanguage(language, (message) => {
    throw new Error(`no words in ${language} for: ${message}`)
  })
  const support = await import('../../support/window.tsx')
  const { denseHistory } = await import('../../../renderer/preview/sample-history.ts')
  const { sampleOverview, twelve } = await import('../../../renderer/preview/sample-profiles.ts')
  const { FULL_SETTINGS } = await import('../../../renderer/preview/sample-settings.ts')
  const { threeNodes } = await import('../../../renderer/preview/sample-nodes.ts')
  const opened = await support.openWindow(
    sampleOverview(NOW, isEmpty ? [] : twelve(NOW)),
    denseHistory(NOW, twelve(NOW), 40),
    { settings: { ...FULL_SETTINGS, language }, nodes: threeNodes(NOW), questions: [QUESTION] },
  )
  const { said, told } = await fetchWords(language)
  return { ...support, ...opened, translation: { ...told, ...said } }
}

/** English that stands in the page though the language has its own words for it. */
function leftEnglish(translation: Readonly<Record<string, string>>): readonly string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const left: string[] = []
  const own = new Set(Object.values(translation))
  while (texts.nextNode()) {
    const text = texts.currentNode.textContent?.trim() ?? ''
    if (Object.hasOwn(translation, text) && translation[text] !== text && !own.has(text)) left.push(text)
  }
  return left
}

afterEach(() => vi.resetModules())

describe('the window in another language', () => {
  it.each([
    ['de', ['Anmeldungen', 'Programme', 'Rechner', 'Verlauf', 'Einstellungen'], 'Sprache'],
    ['zh', ['登录', '程序', '机器', '历史', '设置'], '语言'],
  ] as const)('%s, on every screen', async (language, screens, row) => {
    const { button, click, translation } = await windowIn(language)
    expect(leftEnglish(translation)).toEqual([])
    for (const screen of screens) {
      await click(button(new RegExp(`^${screen}`), document.querySelector('nav') ?? document))
      expect(leftEnglish(translation), screen).toEqual([])
    }
    const titles = [...document.querySelectorAll('.setting-title')].map((one) => one.textContent)
    expect(titles).toContain(row)
  })

  it.each(['de', 'zh'] as const)('%s, where there is no login yet', async (language) => {
    const { translation } = await windowIn(language, true)
    expect(document.querySelector('.places')?.textContent).toContain(translation['not there'])
    expect(leftEnglish(translation)).toEqual([])
  })

  it('has its dates, times and numbers', async () => {
    await windowIn('de')
    const { dateLabel, exactTime } = await import('../../../renderer/format/dates.ts')
    const { ago, countdown, duration, HOUR, MINUTE } = await import('../../../renderer/format/time.ts')
    const { andList, counted } = await import('../../../renderer/format/labels.ts')
    const at = new Date(2026, 2, 3, 9, 41, 7).getTime()
    expect([dateLabel(at), exactTime(at)]).toEqual(['3. März', '03.03.2026, 09:41:07'])
    expect(andList(['main', 'research', 'billing'])).toBe('main, research und billing')
    expect(counted(2_000, 'login')).toMatch(/^2\.000 /)
    expect(ago(3 * MINUTE)).toMatch(/^vor 3 /)
    expect(duration(3_560)).toBe('3,6 s')
    expect(countdown(5 * HOUR + 10 * MINUTE)).toMatch(/^5 \S+ 10 \S+$/)
  })

  it.each([
    ['de', '8 Erneuerungen, 1 Wettlauf vermieden'],
    ['zh', '8 次续期，避免了 1 次竞争'],
  ] as const)('%s has its own comma between the parts of a line', async (language, line) => {
    await windowIn(language)
    const { commaList, counted } = await import('../../../renderer/format/labels.ts')
    const { t } = await import('../../../app/words/t.ts')
    expect(commaList([counted(8, 'renewal'), '', t('{races} avoided', { races: counted(1, 'race') })])).toBe(
      line,
    )
  })

  it('asks for another language with a click', async () => {
    const { asked, button, click } = await windowIn('de')
    await click(button(/^Einstellungen/, document.querySelector('nav') ?? document))
    const choice = [...document.querySelectorAll<HTMLInputElement>('input[name=language]')]
    expect(choice.map(({ value }) => value)).toEqual(['system', 'en', 'de', 'zh'])
    expect(choice.map((one) => one.closest('label')?.textContent)).toEqual([
      'System',
      'English',
      'Deutsch',
      '中文',
    ])
    await click(choice[3] as HTMLInputElement)
    expect(asked('settings:set')).toEqual([[{ language: 'zh' }]])
  })
})
