/** Each script in its own shell, where that is installed. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { PEOPLES } from '../../../../app/cli/command-table.ts'
import { completionScript, SHELLS } from '../../../../app/cli/io/completion.ts'

const folder = mkdtempSync(join(tmpdir(), 'lamplighter-completion-'))
const PATH = `${folder}${delimiter}${process.env['PATH'] ?? ''}`
writeFileSync(
  join(folder, 'lamplighter'),
  '#!/bin/sh\n[ "$*" = "completion logins" ] && printf "ada\\nadam\\nbob\\n"\n',
)
chmodSync(join(folder, 'lamplighter'), 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const has = (program: string): boolean => spawnSync(program, ['--version']).error === undefined

/** What bash would offer for the last of the words. */
function inBash(...words: readonly string[]): readonly string[] {
  const script = `${completionScript('bash', PEOPLES)}
COMP_WORDS=(lamplighter ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}
_lamplighter; printf '%s\\n' "\${COMPREPLY[@]}"`
  const out = execFileSync('bash', ['-c', script], { encoding: 'utf8', env: { ...process.env, PATH } })
  return out.split('\n').filter(Boolean)
}

describe.skipIf(!has('bash'))('completion in bash', () => {
  it('offers commands, their flags, and the logins of this machine', () => {
    expect(inBash('to')).toEqual(['token'])
    expect(inBash('help', 'sta')).toEqual(['status'])
    expect(inBash('history', '--si')).toEqual(['--since'])
    expect(inBash('history', '--force')).toEqual([])
    expect(inBash('token', 'ad')).toEqual(['ada', 'adam'])
    expect(inBash('provider', 'l')).toContain('list')
    expect(inBash('token', 'ada', '--for', '3')).toEqual([]) // a value of the person's own
  })
})

describe.each(SHELLS.filter(has))('the script for %s', (shell) => {
  it('is one that this shell reads', () => {
    const file = join(folder, `script.${shell}`)
    writeFileSync(file, completionScript(shell, PEOPLES))
    expect(spawnSync(shell, ['-n', file], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' })
  })
})

it.each(SHELLS)('the script for %s knows every command and flag', (shell) => {
  const script = completionScript(shell, PEOPLES)
  for (const { name, flags } of PEOPLES) {
    expect(script).toContain(name)
    for (const flag of Object.keys(flags))
      expect(script).toContain(shell === 'fish' ? `-l ${flag}` : `--${flag}`)
  }
})
