import { describe, expect, it } from 'vitest'
import { type AutostartDeps, createAutostart } from '../../../main/autostart/create-autostart.ts'
import type { LoginItems } from '../../../main/autostart/login-item.ts'
import { createFakePorts } from '../../fakes/ports.ts'

/** The list as Windows and macOS keep it. */
function fakeItems() {
  const calls: unknown[] = []
  let state: ReturnType<LoginItems['getLoginItemSettings']> = { openAtLogin: false }
  const items: LoginItems = {
    getLoginItemSettings: (options) => {
      calls.push(['get', options])
      return state
    },
    setLoginItemSettings: (settings) => {
      calls.push(['set', settings])
      state = { openAtLogin: settings.openAtLogin }
    },
  }
  const put = (next: typeof state) => {
    state = next
  }
  return { items, calls, put }
}

function setUp(changes: Partial<AutostartDeps>) {
  const { files } = createFakePorts()
  const login = fakeItems()
  const autostart = createAutostart({
    platform: 'linux',
    isPackaged: true,
    executable: '/opt/Lamplighter/lamplighter-tray',
    appFolder: '/clone',
    env: {},
    userHome: '/home/ada',
    files,
    items: login.items,
    ...changes,
  })
  return { autostart, files, ...login }
}

describe('start at login on Linux', () => {
  const ENTRY = '/home/ada/.config/autostart/lamplighter.desktop'

  it('is a file that comes and goes', async () => {
    const { autostart, files } = setUp({})
    expect(await autostart.state()).toBe('absent')
    await autostart.set(true)
    expect(await files.read(ENTRY)).toContain('Exec=/opt/Lamplighter/lamplighter-tray --background\n')
    expect(await autostart.state()).toBe('on')
    await autostart.set(false)
    expect(await files.read(ENTRY)).toBeUndefined()
  })

  it('honours what the desktop wrote into the file, and undoes it when asked to', async () => {
    const { autostart, files } = setUp({})
    await autostart.set(true)
    await files.writeAtomic(ENTRY, `${await files.read(ENTRY)}Hidden=true\n`)
    expect(await autostart.state()).toBe('turned-off')
    await autostart.mend()
    expect(await autostart.state()).toBe('turned-off')
    await autostart.set(true)
    expect(await autostart.state()).toBe('on')
  })

  it('follows a program that was moved', async () => {
    const old = setUp({ executable: '/old/lamplighter-tray' })
    await old.autostart.set(true)
    await setUp({ files: old.files }).autostart.mend()
    expect(await old.files.read(ENTRY)).toContain('Exec=/opt/Lamplighter/lamplighter-tray')
  })

  it('leaves a file alone that is right', async () => {
    const { autostart, files } = setUp({})
    await autostart.set(true)
    await files.writeAtomic(ENTRY, `${await files.read(ENTRY)}X-KDE-autostart-after=panel\n`)
    await autostart.mend()
    expect(await files.read(ENTRY)).toContain('X-KDE-autostart-after')
  })

  it('goes where XDG_CONFIG_HOME says, unless that is relative', async () => {
    const named = setUp({ env: { XDG_CONFIG_HOME: '/etc/ada' } })
    await named.autostart.set(true)
    expect(await named.files.read('/etc/ada/autostart/lamplighter.desktop')).toBeDefined()
    const relative = setUp({ env: { XDG_CONFIG_HOME: 'config' } })
    await relative.autostart.set(true)
    expect(await relative.files.read(ENTRY)).toBeDefined()
  })

  it('starts an AppImage by its own file, and takes a moved home along', async () => {
    const { autostart, files } = setUp({
      executable: '/tmp/.mount_LamplijK3x/lamplighter-tray',
      env: {
        APPIMAGE: '/home/ada/Lamplighter.AppImage',
        APPDIR: '/tmp/.mount_LamplijK3x',
        LAMPLIGHTER_HOME: '/srv/lamps',
      },
    })
    await autostart.set(true)
    expect(await files.read(ENTRY)).toContain(
      'Exec=env LAMPLIGHTER_HOME=/srv/lamps /home/ada/Lamplighter.AppImage --background\n',
    )
  })
})

describe('start at login, from a terminal that is an AppImage', () => {
  it('starts us, and not that program', async () => {
    const env = { APPIMAGE: '/home/ada/Cursor.AppImage', APPDIR: '/tmp/.mount_CursorQ1' }
    const { autostart, files } = setUp({})
    await autostart.set(true)
    await setUp({ files, env }).autostart.mend()
    const entry = await files.read('/home/ada/.config/autostart/lamplighter.desktop')
    expect(entry).toContain('Exec=/opt/Lamplighter/lamplighter-tray --background\n')
  })
})

describe('start at login on Windows', () => {
  const named = { path: 'C:\\Lamplighter.exe', args: ['--background'] }

  it('asks for the very entry it makes', async () => {
    const { autostart, calls, files } = setUp({ platform: 'win32', executable: named.path })
    await autostart.set(true)
    expect(await autostart.state()).toBe('on')
    await autostart.set(false)
    expect(calls).toEqual([
      ['set', { ...named, openAtLogin: true, enabled: true }],
      ['get', named],
      ['set', { ...named, openAtLogin: false, enabled: false }],
    ])
    expect(await files.list('/home/ada/.config/autostart')).toEqual([])
  })

  it('sees what was switched off in the Task Manager', async () => {
    const { autostart, put } = setUp({ platform: 'win32' })
    put({ openAtLogin: true, executableWillLaunchAtLogin: false })
    expect(await autostart.state()).toBe('turned-off')
    put({ openAtLogin: true, executableWillLaunchAtLogin: true })
    expect(await autostart.state()).toBe('on')
  })
})

describe('start at login on macOS', () => {
  it('names no program: the system starts the bundle', async () => {
    const { autostart, calls } = setUp({ platform: 'darwin' })
    await autostart.set(true)
    expect(await autostart.state()).toBe('on')
    expect(calls).toEqual([
      ['set', { openAtLogin: true }],
      ['get', {}],
    ])
  })

  it('sees what waits for a person in System Settings', async () => {
    const { autostart, put } = setUp({ platform: 'darwin' })
    put({ openAtLogin: false, status: 'requires-approval' })
    expect(await autostart.state()).toBe('turned-off')
  })
})

describe('start at login from a clone', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is refused with a reason on %s', async (platform) => {
    const { autostart, calls, files } = setUp({ platform, isPackaged: false })
    await expect(autostart.set(true)).rejects.toMatchObject({ code: 'AUTOSTART_UNAVAILABLE' })
    await autostart.set(false)
    expect(await autostart.state()).toBe('absent')
    expect(calls).toEqual([])
    expect(await files.list('/home/ada/.config/autostart')).toEqual([])
  })

  it('stays in a home that was moved, where no desktop looks', async () => {
    const { autostart, files } = setUp({
      isPackaged: false,
      executable: '/dist/electron',
      env: { LAMPLIGHTER_HOME: '/tmp/demo', XDG_CONFIG_HOME: '/home/ada/.config' },
    })
    await autostart.set(true)
    expect(await files.read('/tmp/demo/autostart/lamplighter.desktop')).toContain(
      'Exec=env LAMPLIGHTER_HOME=/tmp/demo /dist/electron /clone --background\n',
    )
    expect(await files.list('/home/ada/.config/autostart')).toEqual([])
  })
})
