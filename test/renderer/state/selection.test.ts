import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../app/contract/problems.ts'
import { crowd } from '../../../renderer/preview/sample-crowd.ts'
import { brokenPlaces } from '../../../renderer/preview/sample-places.ts'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { chosen, followed } from '../../../renderer/state/selection.ts'
import { type AppState, createAppStore } from '../../../renderer/state/store.ts'

const NOW = 1_770_000_000_000
const state = (over: Partial<AppState> = {}): AppState => ({
  ...createAppStore().getState(),
  overview: sampleOverview(NOW, twelve(NOW)),
  ...over,
})

describe('the selection', () => {
  it('follows the most pressing login until the person chooses', () => {
    expect(followed(state()).selectedId).toBe('anthropic-ops')
    const mended = twelve(NOW).filter(({ id }) => id !== 'anthropic-ops')
    expect(followed(state({ overview: sampleOverview(NOW, mended) })).selectedId).toBe('chutes-ada')
    const own = state(chosen(state(), 'acme-bot'))
    expect(followed({ ...own, overview: sampleOverview(NOW, mended) }).selectedId).toBe('acme-bot')
  })

  it('is one that the search leaves, and the chosen one again afterwards', () => {
    const own = state(chosen(state(), 'acme-bot'))
    expect(followed({ ...own, query: 'ops' }).selectedId).toBe('anthropic-ops')
    expect(followed({ ...own, query: 'nobody' }).selectedId).toBeUndefined()
    expect(followed({ ...own, query: '' }).selectedId).toBe('acme-bot')
  })

  it('stays with a file that the person chose, as long as it cannot be used', () => {
    const broken = { ...sampleOverview(NOW, twelve(NOW)), places: brokenPlaces(NOW) }
    const before = state({ overview: broken })
    const file = problemsOf(broken)[1]?.id ?? ''
    const own = { ...before, ...chosen(before, file) }
    expect(followed({ ...own, overview: { ...broken, atMs: NOW + 1 } }).selectedId).toBe(file)
    expect(followed({ ...own, overview: { ...broken, places: [] } }).selectedId).toBe('anthropic-ops')
  })

  it('closes a sheet that showed another login', () => {
    const open = state({ ...chosen(state(), 'acme-bot'), sheetOpen: true })
    expect(followed(open).sheetOpen).toBe(true)
    expect(followed({ ...open, query: 'ops' }).sheetOpen).toBe(false)
  })

  it('makes whatever hides a chosen login give way', () => {
    const hidden = state({
      overview: sampleOverview(NOW, crowd(NOW, 200)),
      query: 'ops',
      filter: 'needs-you',
    })
    const shown = chosen(hidden, 'crowd-3')
    expect(shown).toMatchObject({ selectedId: 'crowd-3', query: '', filter: 'all' })
    expect(shown.opened?.has('fold:renewing:xai')).toBe(true)
    const byProgram = chosen({ ...hidden, foldBy: 'program' }, 'crowd-3')
    expect([...(byProgram.opened ?? [])]).toEqual(['fold:renewing:program:OpenClaw'])
  })
})
