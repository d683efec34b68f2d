// @vitest-environment happy-dom
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RequestName } from '../../app/contract/channels.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const NOW = 1_770_000_000_000

/** Members that hold sentences of the core, which the window says in the person’s language. */
const TOLD =
  /^(message|hint|advice|sentence|consequence|note|notes|todo|what|why|limits|gains|steps|cannot|retired|whereLine|label|where|askedBy)$/
/** The same in every language: programs, their parts, and commands. */
const NAMES =
  /^(OpenClaw( · [\w.-]+)?|Claude Code|GitHub CLI|Azure CLI|schedule|\/\S+|(openai|lamplighter)[\w:-]+)$/

const SCOPES = 'openid profile email offline_access'

/** What it asks for as the person goes through the screens, and what it is told after a few clicks. */
const ASKED: readonly (readonly [RequestName, ...unknown[]])[] = [
  ['overview:get'],
  ['history:get', {}],
  ['nodes:get'],
  ['programs:get'],
  ['owners:get'],
  ['about:get'],
  ['providers:list'],
  ['catalogue:entry', 'google'],
  ['catalogue:entry', 'slack'],
  ['catalogue:entry', 'keycloak'],
  ['import:choose'],
  ['export:choices'],
  ['openclaw:plan', { login: 'codex-ada', agent: 'main' }],
  ['profile:refresh', 'codex-ada'],
  ['profile:repair', 'codex-ada'],
  ['program:prove', 'git-1'],
  [
    'node:bring',
    'ada@t440.lan',
    ['move', 'borrow', 'copy', 'move'].map((way) => ({ profileId: 'there-only-there', way })),
  ],
]

async function demoIn(language: 'en' | 'de' | 'zh') {
  vi.resetModules()
  const { loadLanguage } = await import('../../app/words/load.ts')
  await loadLanguage(language)
  const { known } = await import('../../app/words/known.ts')
  const { App } = await import('../../renderer/shell/app.tsx')
  const { createApp } = await import('../../renderer/state/app-context.ts')
  const { browserWorld } = await import('../../renderer/format/ticker.ts')
  const { createDemo } = await import('../../renderer/demo.tsx')
  const { SCREENS } = await import('../../renderer/shell/keyboard.ts')
  return { known, App, createApp, browserWorld, demo: createDemo(NOW), SCREENS }
}

/** Every sentence among what the demo answers. */
function told(value: unknown, member = ''): readonly string[] {
  if (typeof value === 'string') return TOLD.test(member) && /\p{L}{2}/u.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((one) => told(one, member))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) => told(one, name))
}

/** What stands on each screen, text by text. */
async function shown(language: 'en' | 'de' | 'zh'): Promise<ReadonlySet<string>> {
  const { App, createApp, browserWorld, demo, SCREENS } = await demoIn(language)
  const root = document.body.appendChild(document.createElement('div'))
  const parts = createApp(demo, browserWorld())
  const page = createRoot(root)
  await act(async () => page.render(<App parts={parts} />))
  const texts = new Set<string>()
  for (const { id } of SCREENS) {
    await act(async () => parts.actions.show(id))
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (!parentElement?.closest('pre, code, .mono')) texts.add(textContent?.trim() ?? '')
    }
  }
  await act(async () => page.unmount())
  root.remove()
  return texts
}

describe('the demo', () => {
  afterEach(() => vi.resetModules())

  it.each(['de', 'zh'] as const)('tells nothing that %s has no words for', async (language) => {
    const { demo, known } = await demoIn(language)
    const sentences: string[] = []
    for (const [name, ...args] of ASKED) sentences.push(...told(await demo.request(name, ...(args as never))))
    expect(sentences.length).toBeGreaterThan(100)
    const { sentencesOf } = await import('../../app/words/known.ts')
    const left = sentences.flatMap(sentencesOf).filter((one) => known(one) === one && !NAMES.test(one))
    expect([...new Set(left)]).toEqual([])
  })

  it.each(['en', 'de', 'zh'] as const)('knows that it is in %s', async (language) => {
    const { demo } = await demoIn(language)
    expect(await demo.request('settings:get')).toMatchObject({ value: { language } })
  })

  it.each(['de', 'zh'] as const)('shows no English sentence in %s', async (language) => {
    const english = await shown('en')
    const left = [...(await shown(language))].filter(
      (text) => english.has(text) && text !== SCOPES && /\p{L}{2,} \p{Ll}{2,}/u.test(text),
    )
    expect(left).toEqual([])
  })
})
