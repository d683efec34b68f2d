/** What connecting writes on Windows: files that it runs by their ending, and words that its programs split as they should. */
import { describe, expect, it } from 'vitest'
import type { Around } from '../../../../app/features/connect/consumer.ts'
import { CONSUMERS } from '../../../../app/features/connect/consumers.ts'

const OWN = ['C:\\Program Files\\nodejs\\node.exe', 'C:\\lamp 100%\\lamplighter.cjs']
const around = (more: Partial<Around> = {}): Around => ({
  platform: 'win32',
  home: 'C:\\Users\\Ada',
  env: () => undefined,
  find: () => undefined,
  bin: 'C:\\bin',
  kept: 'C:\\kept',
  own: OWN,
  ...more,
})

function edits(id: string, said: Record<string, string>, more: Partial<Around> = {}) {
  const consumer = CONSUMERS.find((one) => one.id === id)
  if (!consumer) throw new Error(`no ${id}`)
  return consumer.edits({ said, path: 'C:\\file', text: '', around: around(more) })
}

describe('on Windows', () => {
  it.each([
    ['docker', { registry: 'r.test' }, 'docker-credential-lamplighter', ' helper docker --'],
    ['pip', { index: 'https://r.test/simple/' }, 'keyring', ' helper keyring --'],
    ['pnpm', { registry: 'r.test' }, 'lamplighter-pnpm-r-test', ' helper pnpm r.test'],
  ])('%s gets a batch file, which is found by its name', (id, said, name, words) => {
    const file = edits(id, said).find(({ kind }) => kind === 'file')
    expect(file).toMatchObject({
      path: expect.stringMatching(new RegExp(`[\\\\/]${name}\\.cmd$`)),
      text: `@"${OWN[0]}" "C:\\lamp 100%%\\lamplighter.cjs"${words} %*\r\n`,
    })
  })

  it('pnpm is told of that file', () => {
    const [, lines] = edits('pnpm', { registry: 'r.test' })
    expect(lines).toMatchObject({ lines: [expect.stringMatching(/:tokenHelper=.*\.cmd$/)] })
  })

  it.each([
    ['aws', { profile: 'dev', role: 'arn:aws:iam::1:role/dev' }],
    ['claude-code', { audience: 'gateway' }],
  ])('%s is given words in double quotes', (id, said) => {
    expect(JSON.stringify(edits(id, said))).toContain(
      `${JSON.stringify(`"${OWN[0]}" "${OWN[1]}" helper `).slice(1, -1)}`,
    )
  })

  it('git, which brings a shell along, is given words for that', () => {
    expect(JSON.stringify(edits('git', { server: 'https://g.test' }))).toContain('helper git')
    expect(edits('git', { server: 'https://g.test' })[0]).toMatchObject({
      lines: expect.arrayContaining([expect.stringContaining(`!'C:`)]),
    })
  })

  it('Terraform and OpenClaw, which start nothing but programs, are refused what is none', () => {
    expect(() => edits('terraform', { host: 'h.test' })).toThrow('.exe')
    expect(edits('openclaw', { audience: 'x' })[0]).toMatchObject({ value: { command: OWN[0] } })
    expect(() => edits('openclaw', { audience: 'x' }, { own: ['C:\\bin\\lamplighter.cmd'] })).toThrow('.exe')
  })
})
