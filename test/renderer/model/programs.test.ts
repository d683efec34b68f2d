import { describe, expect, it } from 'vitest'
import type { HolderView, ProfileView } from '../../../app/contract/views.ts'
import { passing } from '../../../renderer/model/profile-rows.ts'
import { countPrograms, programsOf } from '../../../renderer/model/programs.ts'
import { twelve } from '../../../renderer/preview/sample-profiles.ts'

const NOW = 1_770_000_000_000

function login(id: string, mode: ProfileView['owner']['mode'], by: string, ...labels: readonly string[]) {
  const [sample] = twelve(NOW)
  if (!sample) throw new Error('no sample')
  const holders = labels.map(
    (label): HolderView => ({ id: label, label, path: '/', entry: id, drift: false }),
  )
  return { ...sample, id, owner: { mode, refreshedBy: by, sentence: '' }, holders }
}

const shared = login('a', 'delegated', 'Codex', 'Codex', 'OpenClaw · main', 'OpenClaw · work')
const vault = login('b', 'own', 'Lamplighter', "Lamplighter's vault")
const watched = login('c', 'watched', 'GitHub CLI', 'GitHub CLI · github.com:ada')

describe('the filter by program', () => {
  it('has a login that several programs hold under each of them, once', () => {
    expect([...programsOf(shared)]).toEqual(['Codex', 'OpenClaw'])
    expect(countPrograms([shared, vault, watched])).toEqual([
      { name: 'Codex', count: 1 },
      { name: 'GitHub CLI', count: 1 },
      { name: 'Lamplighter', count: 1 },
      { name: 'OpenClaw', count: 1 },
    ])
  })

  it('leaves what the program holds, and the search goes on within it', () => {
    const of = (program: string, query = '') =>
      passing([shared, vault, watched], { program, query, nowMs: NOW }).map(({ id }) => id)
    expect(of('OpenClaw')).toEqual(['a'])
    expect(of('Lamplighter')).toEqual(['b'])
    expect(of('OpenClaw', 'github.com')).toEqual([])
  })
})
