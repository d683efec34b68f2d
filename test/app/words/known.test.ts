import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CORE_SENTENCES } from '../../../app/words/core-sentences.ts'
import { known, sentencesOf } from '../../../app/words/known.ts'
import { loadLanguage } from '../../../app/words/load.ts'
import { t } from '../../../app/words/t.ts'
import { parse, walk, wordsOf } from '../../../scripts/lint/shown-text.mjs'

describe('known', () => {
  afterEach(() => loadLanguage('en'))

  it('leaves English as it is', () => {
    expect(known('xAI did not answer. Nothing to do.')).toBe('xAI did not answer. Nothing to do.')
    expect(known(undefined)).toBeUndefined()
  })

  it('says sentence by sentence what it knows, with the names that stand in it', async () => {
    await loadLanguage('de')
    const nothing = t('Nothing to do.')
    expect(nothing).not.toBe('Nothing to do.')
    expect(known('Nothing to do.')).toBe(nothing)
    expect(known('xAI has ended this login. Nothing to do.')).toBe(
      `${t('{name} has ended this login.', { name: 'xAI' })} ${nothing}`,
    )
    expect(known('Claude Code renews it for Claude Code. Nothing to do.')).toBe(
      `Claude Code renews it for Claude Code. ${nothing}`,
    )
  })

  it('says a name that comes twice only where it is the same both times', async () => {
    await loadLanguage('de')
    const shared = (one: string, two: string) => `Lamplighter renews it for ${one}, under ${two}’s own locks.`
    expect(known(shared('OpenClaw', 'OpenClaw'))).not.toBe(shared('OpenClaw', 'OpenClaw'))
    expect(known(shared('OpenClaw', 'Codex'))).toBe(shared('OpenClaw', 'Codex'))
  })

  it('speaks the next language after a switch', async () => {
    await loadLanguage('de')
    const german = known('Nothing to do.')
    await loadLanguage('zh')
    expect(known('Nothing to do.')).not.toBe(german)
  })
})

const MOST_PIECES = 5 // "Lamplighter will renew it", " for all 15 agents at once", " before it expires."

describe('the sentences of the core', () => {
  const said = sourcesIn('app').concat('main/tray/without-tray.ts').flatMap(textsIn)

  it.each(CORE_SENTENCES)('%s', (sentence) => {
    expect(piecesOf(plain(sentence), said)).toBeLessThanOrEqual(MOST_PIECES)
  })

  it('are single ones', () => {
    expect(CORE_SENTENCES.filter((sentence) => sentencesOf(sentence).length > 1)).toEqual([])
    expect(new Set(CORE_SENTENCES.map(plain)).size).toBe(CORE_SENTENCES.length)
  })
})

function plain(sentence: string): string {
  return sentence.replace(/\{\w+\}/g, '{}')
}

/** Of how many pieces of the source's texts it is put together, the longest first; more where something is in none. */
function piecesOf(sentence: string, texts: readonly string[]): number {
  if (sentence === '') return 0
  for (let length = sentence.length; length > 0; length -= 1) {
    const piece = sentence.slice(0, length)
    if (texts.some((text) => text.includes(piece))) return 1 + piecesOf(sentence.slice(length), texts)
  }
  return Number.POSITIVE_INFINITY
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'words' ? [] : sourcesIn(path)
    return path.endsWith('.ts') ? [path] : []
  })
}

function textsIn(path: string): readonly string[] {
  const texts: string[] = []
  walk(parse(path, readFileSync(path, 'utf8')), (node) => {
    const words = wordsOf(node)
    if (words !== undefined) texts.push(words)
  })
  return texts
}
