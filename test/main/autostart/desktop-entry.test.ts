import { describe, expect, it } from 'vitest'
import { desktopEntry, execIn, execLine, stateIn } from '../../../main/autostart/desktop-entry.ts'

const command = { program: '/opt/Lamplighter/lamplighter-tray', args: ['--background'], env: {} }

describe('desktopEntry', () => {
  it('starts the program in the background, and is on', () => {
    const text = desktopEntry(command, 'lamplighter-tray')
    expect(text).toMatch(/^\[Desktop Entry\]\nType=Application\n/)
    expect(execIn(text)).toBe('/opt/Lamplighter/lamplighter-tray --background')
    expect(stateIn(text)).toBe('on')
  })
})

describe('execLine', () => {
  it('quotes what a path may hold, first as an argument and then as a string', () => {
    const odd = { ...command, program: '/home/a b/50%/"q"\\$x`' }
    expect(execLine(odd)).toBe('"/home/a b/50%%/\\\\"q\\\\"\\\\\\\\\\\\$x\\\\`" --background')
  })

  it('carries the variables the program cannot do without', () => {
    expect(execLine({ ...command, env: { LAMPLIGHTER_HOME: '/srv/my lamps' } })).toBe(
      'env "LAMPLIGHTER_HOME=/srv/my lamps" /opt/Lamplighter/lamplighter-tray --background',
    )
  })

  it('lets no line break begin a key of its own', () => {
    expect(execLine({ ...command, program: '/a\nHidden=true' })).not.toContain('\n')
  })
})

describe('stateIn', () => {
  it.each([
    ['[Desktop Entry]\nHidden=true\n', 'turned-off'],
    ['[Desktop Entry]\nHidden = True\n', 'turned-off'],
    ['[Desktop Entry]\nX-GNOME-Autostart-enabled=false\r\n', 'turned-off'],
    ['[Desktop Entry]\nHidden=false\nX-GNOME-Autostart-enabled=true\n', 'on'],
    ['[Desktop Entry]\nExec=x\n[Desktop Action a]\nHidden=true\n', 'on'],
    ['# Hidden=true\n[Desktop Entry]\n', 'on'],
  ] as const)('reads %j as %s', (text, state) => {
    expect(stateIn(text)).toBe(state)
  })
})
