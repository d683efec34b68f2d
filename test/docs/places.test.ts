/** What the pages say of the repository is there: scripts, files, folders, and the pages they link to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'app/README.md',
  ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`),
]
  .filter((path) => path.endsWith('.md'))
  .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))

/** Our own folders; in app/README.md those of app/ as well. */
const FOLDERS =
  /^(?:app|main|renderer|test|scripts|docs|engine|features|stores|model|base|contract|cli|providers|platform|host|history|oauth|rpc|client|config)\/[\w./-]+$/

describe.each(PAGES)('$path', ({ path, text }) => {
  it('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    for (const [, name = ''] of text.matchAll(/`npm run ([\w:-]+)/g))
      expect(Object.keys(scripts)).toContain(name)
    for (const [, file = ''] of text.matchAll(/`node (scripts\/[\w./-]+)/g))
      expect(existsSync(join(ROOT, file)), file).toBe(true)
  })

  it('names files and folders that are there', () => {
    for (const [, name = ''] of text.matchAll(/`([^`\s]+)`/g)) {
      if (!FOLDERS.test(name) || /NAME|[A-Z]{4}|node_modules/.test(name)) continue
      const found = ['', 'app', dirname(path)].some((base) => existsSync(join(ROOT, base, name)))
      expect(found, name).toBe(true)
    }
  })

  it('links to pages, and to headings, that are there', () => {
    for (const [, target = '', heading] of text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([\w-]+))?\)/g)) {
      const file = target === '' ? path : join(dirname(path), target)
      expect(existsSync(join(ROOT, file)), target).toBe(true)
      if (heading === undefined) continue
      const heads = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^#+ (.*)$/gm)].map(
        ([, words = '']) =>
          words
            .toLowerCase()
            .replace(/[^\w\s-]/g, '')
            .trim()
            .replaceAll(/\s/g, '-'),
      )
      expect(heads, `${file}#${heading}`).toContain(heading)
    }
  })
})
