/** What the pages show of config.json can be put there as it stands: it is understood, every field of it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseSettings, unknownIn } from '../../app/config/schema.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)].filter((path) =>
  path.endsWith('.md'),
)

/** Of other programs' files. */
const FOREIGN = ['mcpServers', 'custom/lamplighter']

const EXAMPLES = PAGES.flatMap((path) =>
  [...readFileSync(join(ROOT, path), 'utf8').matchAll(/^```json\n(.*?)^```/gms)].map(([, text = '']) => ({
    path,
    text,
    names: Object.keys(JSON.parse(text)),
  })),
).filter(({ names }) => !names.some((name) => FOREIGN.includes(name)))

describe('an example of config.json', () => {
  it('is in the pages', () => {
    expect(EXAMPLES.length).toBeGreaterThan(8)
  })

  it.each(EXAMPLES)('in $path ($names) is understood', ({ text }) => {
    expect(() => parseSettings(text, 'config.json')).not.toThrow()
    expect(unknownIn(text, 'config.json')).toEqual([])
  })
})

/** `` `name` `` and what stands beside it in the README's list of a provider's fields. */
describe('the README', () => {
  it('names no field of a provider that is not one', () => {
    const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
    const part = readme.slice(
      readme.indexOf('The fields are `name`'),
      readme.indexOf('A field that is not understood is named'),
    )
    const names = [...part.matchAll(/`([a-z]+(?:[A-Z][a-z]+)*)`/g)].map(([, name = '']) => name)
    expect(names).toContain('tokenEndpoint')
    const text = JSON.stringify({
      providers: { acme: Object.fromEntries(names.map((name) => [name, null])) },
    })
    expect(unknownIn(text, 'config.json')).toEqual([])
  })
})
