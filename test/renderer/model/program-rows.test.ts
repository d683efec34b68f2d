import { describe, expect, it } from 'vitest'
import { programRows, withheldName } from '../../../renderer/model/program-rows.ts'
import { samplePrograms } from '../../../renderer/preview/sample-programs.ts'

const NOW = 1_770_000_000_000

describe('programRows', () => {
  it('puts what a connected program asked for beside it, and leaves the others apart', () => {
    const programs = samplePrograms(NOW)
    const { connected, others, failing, found, absent } = programRows(programs)
    expect(connected.map(({ name, about, times }) => [name, about, times])).toEqual([
      ['git', 'https://git.example.test/team', 40],
      ['Claude Code', 'gateway', 40],
    ])
    expect(others.map(({ name, isWithheld }) => [name, isWithheld])).toEqual([
      ['nightly-report', false],
      ['backup.py', true],
    ])
    expect(connected[1]?.refusal?.code).toBe('NEEDS_LOGIN')
    expect(connected[0]?.refusal).toBeUndefined()
    expect(failing).toEqual([connected[1]])
    expect(found.map(({ name }) => name)).toEqual(['AWS', 'kubectl'])
    expect(absent).toHaveLength(2)
    expect(connected[0] && withheldName(connected[0], programs)).toBe('lamplighter helper git')
    expect(others[0] && withheldName(others[0], programs)).toBe('nightly-report')
  })

  it('takes what a person blocked for what they want, and lines that are not as they were written for failing', () => {
    const programs = samplePrograms(NOW)
    const blocked = programs.askers.map((asker) => ({ ...asker, isWithheld: true }))
    const connections = programs.connections.map((one) => ({ ...one, isWithheld: true }))
    expect(programRows({ ...programs, askers: blocked, connections }).failing).toEqual([])
    const [git] = programs.connections
    const changed = git && {
      ...git,
      files: git.files.map((file) => ({ ...file, state: 'changed' as const })),
    }
    const rows = programRows({ ...programs, connections: changed ? [changed] : [], askers: [] })
    expect(rows.failing.map(({ name }) => name)).toEqual(['git'])
  })

  it('takes an ask for another place, or for another login, for somebody else’s', () => {
    const programs = samplePrograms(NOW)
    const moved = programs.askers.map((asker, at) => ({
      ...asker,
      ...(at === 0 ? { use: 'git https://other.test/' } : { login: 'x' }),
    }))
    const { connected, others } = programRows({ ...programs, askers: moved })
    expect(connected.map(({ times }) => times)).toEqual([0, 0])
    expect(others).toHaveLength(4)
  })
})
