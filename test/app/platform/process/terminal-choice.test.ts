import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { terminalScript, terminalsFor } from '../../../../app/platform/process/terminal-choice.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const onScreen = (name: string): string | undefined => (name === 'DISPLAY' ? ':0' : undefined)
const has =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name)

describe('terminalsFor', () => {
  it('takes what the person chose before what their desktop brings', () => {
    const all = terminalsFor(
      'linux',
      has('xterm', 'gnome-terminal', 'x-terminal-emulator'),
      onScreen,
      '/tmp/s.sh',
    )
    expect(all.map(({ command }) => command)).toEqual(['x-terminal-emulator', 'gnome-terminal', 'xterm'])
  })

  it.each([
    ['xdg-terminal-exec', ['sh', '/tmp/s.sh']],
    ['x-terminal-emulator', ['-e', 'sh', '/tmp/s.sh']],
    ['gnome-terminal', ['--', 'sh', '/tmp/s.sh']],
    ['konsole', ['-e', 'sh', '/tmp/s.sh']],
    ['xfce4-terminal', ['-x', 'sh', '/tmp/s.sh']],
    ['kitty', ['sh', '/tmp/s.sh']],
    ['wezterm', ['start', '--', 'sh', '/tmp/s.sh']],
    ['xterm', ['-e', 'sh', '/tmp/s.sh']],
  ])('gives %s the script as it wants it', (command, args) => {
    expect(terminalsFor('linux', has(command), onScreen, '/tmp/s.sh')).toMatchObject([{ command, args }])
  })

  it('opens none where there is no screen, or no terminal', () => {
    expect(terminalsFor('linux', has('xterm'), () => undefined, '/tmp/s.sh')).toEqual([])
    expect(terminalsFor('linux', has(), onScreen, '/tmp/s.sh')).toEqual([])
  })

  it('has Terminal run the script on macOS', () => {
    expect(terminalsFor('darwin', has(), () => undefined, '/tmp/s.command')).toEqual([
      { name: 'Terminal', command: 'open', args: ['-a', 'Terminal', '/tmp/s.command'] },
    ])
  })

  it('takes Windows Terminal where there is one, and a command window anyway', () => {
    const run = ['cmd.exe', '/d', '/c', 'C:\\t\\s.cmd']
    const cmd = {
      name: 'a command window',
      command: 'cmd.exe',
      args: ['/d', '/c', 'start', '', ...run],
    }
    expect(terminalsFor('win32', has(), () => undefined, 'C:\\t\\s.cmd')).toEqual([cmd])
    expect(terminalsFor('win32', has('wt.exe'), () => undefined, 'C:\\t\\s.cmd')).toEqual([
      { name: 'Windows Terminal', command: 'wt.exe', args: ['new-tab', '--', ...run] },
      cmd,
    ])
  })
})

describe('terminalScript', () => {
  const shell = (words: readonly string[], env = {}) => {
    const folder = temporaryFolder()
    const end = join(folder, "e'nd")
    const made = terminalScript('linux', words, env, end)
    const path = join(folder, made?.fileName ?? '')
    writeFileSync(path, made?.text ?? '')
    const { stdout } = spawnSync('sh', [path], { input: '\n', encoding: 'utf8' })
    return { stdout, code: readFileSync(end, 'utf8') }
  }

  it.skipIf(process.platform === 'win32')('says every word as it is, and what the command ended with', () => {
    const odd = `it's; $(touch x) "q" \\ *`
    const { stdout, code } = shell(['sh', '-c', 'printf "%s|%s" "$1" "$HELD"; exit 3', 'sh', odd], {
      HELD: odd,
    })
    expect(stdout).toContain(`${odd}|${odd}`)
    expect(code).toBe('3\n')
  })

  it.skipIf(process.platform === 'win32')('ends with 127 where there is no such command', () => {
    expect(shell(['lamplighter-has-no-such-command']).code).toBe('127\n')
  })

  it('is one that Terminal opens on macOS', () => {
    expect(terminalScript('darwin', ['gh'], {}, '/t/end')?.fileName).toBe('sign-in.command')
  })

  it('says on Windows what the command ended with, and waits for a key', () => {
    const made = terminalScript('win32', ['gh', 'auth', 'login'], { GH_CONFIG_DIR: 'C:\\gh' }, 'C:\\t\\end')
    expect(made?.text.split('\r\n')).toEqual([
      '@echo off',
      'set "GH_CONFIG_DIR=C:\\gh"',
      'call "gh" "auth" "login"',
      '>"C:\\t\\end" echo %errorlevel%',
      'pause',
      '',
    ])
  })

  it.each(['a&calc', 'a"b', 'a%PATH%', 'a^b', 'a\nb', 'a|b', 'a>b'])(
    'has no word for %j on Windows: cmd.exe would run something else',
    (word) => {
      expect(terminalScript('win32', ['gh', word], {}, 'C:\\t\\end')).toBeUndefined()
      expect(terminalScript('win32', ['gh'], { GH_CONFIG_DIR: word }, 'C:\\t\\end')).toBeUndefined()
    },
  )
})
