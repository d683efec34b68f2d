import { describe, expect, it } from 'vitest'
import { layerProblems } from '../../../scripts/lint/check-layers.mjs'
import { circlesIn } from '../../../scripts/lint/circles.mjs'
import { specifiersIn } from '../../../scripts/lint/imports.mjs'

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges))

describe('the layers', () => {
  it('let a file import what stands lower', () => {
    const tree = { 'app/engine/engine.ts': ['app/model/grant.ts', 'zod'], 'app/model/grant.ts': [] }
    expect(layerProblems(graph(tree))).toEqual([])
  })

  it('refuse what points upwards, and say which file imports which', () => {
    const tree = { 'app/model/grant.ts': ['app/stores/store.ts'], 'app/stores/store.ts': [] }
    expect(layerProblems(graph(tree))).toEqual([
      'app/model/grant.ts imports app/stores/store.ts: app/stores does not stand below app/model',
    ])
  })

  it('keep areas of one layer apart', () => {
    const tree = { 'app/oauth/pkce.ts': ['app/history/races.ts'], 'app/history/races.ts': [] }
    expect(layerProblems(graph(tree))).toHaveLength(1)
  })

  it('let the window see the contract and the words only', () => {
    const tree = { 'renderer/ui/dialog.tsx': ['app/model/grant.ts'], 'app/model/grant.ts': [] }
    expect(layerProblems(graph(tree))).toEqual([
      'renderer/ui/dialog.tsx imports app/model/grant.ts: the window sees app/contract and app/words only',
    ])
  })

  it('refuse Node.js and the platform where only ports are handed out', () => {
    const tree = {
      'app/engine/engine.ts': ['node:fs'],
      'app/stores/store.ts': ['app/platform/log.ts'],
      'app/platform/log.ts': ['node:process'],
    }
    expect(layerProblems(graph(tree))).toEqual([
      'app/stores/store.ts imports app/platform/log.ts: app/platform does not stand below app/stores',
      'app/engine/engine.ts imports node:fs: only app/platform, app/cli, app/client and main touch Node.js; others are handed ports',
    ])
  })

  it('refuse a file that no layer knows', () => {
    expect(layerProblems(graph({ 'app/elsewhere/new.ts': [] }))).toEqual([
      'app/elsewhere/new.ts is in no layer: name its folder in scripts/lint/layers.mjs',
    ])
  })

  it('find a circle of files', () => {
    const tree = { 'app/model/a.ts': ['app/model/b.ts'], 'app/model/b.ts': ['app/model/a.ts'] }
    expect(layerProblems(graph(tree))).toContain(
      'files import each other in a circle: app/model/a.ts, app/model/b.ts',
    )
  })

  it('find a circle of folders at any depth, though no two files import each other', () => {
    const tree = {
      'app/features/nodes/move/one.ts': ['app/features/nodes/borrow/two.ts'],
      'app/features/nodes/move/three.ts': [],
      'app/features/nodes/borrow/two.ts': [],
      'app/features/nodes/borrow/four.ts': ['app/features/nodes/move/three.ts'],
    }
    expect(layerProblems(graph(tree))).toEqual([
      'folders import each other in a circle: app/features/nodes/borrow, app/features/nodes/move',
    ])
  })

  it('find a long way round', () => {
    const tree = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['c', 'd'])],
      ['c', new Set(['a'])],
      ['d', new Set<string>()],
    ])
    expect(circlesIn(tree)).toEqual([['a', 'b', 'c']])
  })
})

describe('what a file imports', () => {
  it('is read from every form of import, and not from comments', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type {\n  B,\n} from '../b.ts'",
      "import './c.css'",
      "export type { D } from './d.ts'",
      "const e = await import('./e.ts')",
      "// import { f } from './f.ts'",
      "/** import { g } from './g.ts' */",
      "import { readFile } from 'node:fs/promises'",
    ].join('\n')
    expect(specifiersIn(text, 'app/x/y.ts').sort()).toEqual(
      ['app/b.ts', 'app/x/a.ts', 'app/x/c.css', 'app/x/d.ts', 'app/x/e.ts', 'node:fs/promises'].sort(),
    )
  })
})
