import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { carried, createService, type ServiceDeps } from '../../../../app/platform/service/service.ts'
import { FakeFiles } from '../../../fakes/files.ts'

function machine(change: Partial<ServiceDeps> = {}, trouble: Record<string, string> = {}) {
  const files = new FakeFiles()
  const ran: string[] = []
  const service = createService({
    platform: 'linux',
    env: {},
    userHome: '/home/ada',
    uid: 1000,
    command: { words: ['/usr/bin/node', '/opt/lamplighter.cjs', 'serve'], env: {} },
    files,
    async run(program, args) {
      const line = [program, ...args].join(' ')
      ran.push(line)
      return Object.entries(trouble).find(([part]) => line.includes(part))?.[1]
    },
    ...change,
  })
  return { files, ran, service }
}

describe('the service on Linux', () => {
  const UNIT = '/home/ada/.config/systemd/user/lamplighter.service'

  it('is written, enabled and started, and taken away again', async () => {
    const { files, ran, service } = machine()
    expect(await service.install()).toEqual([
      `Wrote ${UNIT}, and started it.`,
      expect.stringContaining('loginctl enable-linger'),
    ])
    expect(files.text(UNIT)).toContain('ExecStart=/usr/bin/node /opt/lamplighter.cjs serve')
    expect(ran).toEqual([
      'systemctl --user daemon-reload',
      'systemctl --user enable lamplighter.service',
      'systemctl --user restart lamplighter.service',
    ])
    expect(await service.uninstall()).toEqual([`Removed ${UNIT}.`])
    expect(files.text(UNIT)).toBeUndefined()
    expect(ran.slice(3)).toEqual([
      'systemctl --user disable --now lamplighter.service',
      'systemctl --user daemon-reload',
    ])
  })

  it('says what is left to do where systemd cannot be asked', async () => {
    const { files, service } = machine({}, { 'daemon-reload': 'Failed to connect to bus' })
    expect(await service.install()).toEqual([
      `Wrote ${UNIT}.`,
      'It could not be started (Failed to connect to bus). When you are logged in, run: systemctl --user enable --now lamplighter.service',
    ])
    expect(files.text(UNIT)).toBeDefined()
  })

  it('is not said to be taken away where it never was', async () => {
    const { service } = machine({}, { disable: 'unit lamplighter.service does not exist.' })
    expect(await service.uninstall()).toEqual([
      `There was no ${UNIT} to remove.`,
      'systemctl: unit lamplighter.service does not exist.',
    ])
    const mac = machine({ platform: 'darwin', userHome: '/Users/ada' }, { bootout: 'No such process' })
    expect((await mac.service.uninstall())[0]).toMatch(/^There was no .*\.plist to remove\.$/)
  })

  it('goes where XDG_CONFIG_HOME says', async () => {
    const { files, service } = machine({ env: { XDG_CONFIG_HOME: '/xdg' } })
    await service.install()
    expect(files.text('/xdg/systemd/user/lamplighter.service')).toBeDefined()
    const relative = machine({ env: { XDG_CONFIG_HOME: 'xdg' } })
    await relative.service.install()
    expect(relative.files.text(UNIT)).toBeDefined()
  })

  it('is not installed from an AppImage, whose files are gone when it ends', async () => {
    const words = ['/usr/bin/node', '/tmp/.mount_LampliXYZ/resources/app.asar.unpacked/cli.cjs', 'serve']
    const { files, service } = machine({ command: { words, env: {} } })
    await expect(service.install()).rejects.toMatchObject({ code: 'AUTOSTART_UNAVAILABLE' })
    expect(files.text(UNIT)).toBeUndefined()
  })
})

describe('the service on macOS', () => {
  const AGENT = '/Users/ada/Library/LaunchAgents/io.github.lamplighter.serve.plist'
  const mac = { platform: 'darwin', userHome: '/Users/ada', uid: 501 } as const

  it('is an agent of that user', async () => {
    const { files, ran, service } = machine(mac)
    expect(await service.install()).toEqual([`Wrote ${AGENT}, and started it.`])
    expect(files.text(AGENT)).toContain('/Users/ada/Library/Logs/io.github.lamplighter.serve.log')
    expect(ran).toEqual([
      'launchctl bootout gui/501/io.github.lamplighter.serve',
      `launchctl bootstrap gui/501 ${AGENT}`,
    ])
    await service.uninstall()
    expect(files.text(AGENT)).toBeUndefined()
  })

  it('says what is left to do over ssh', async () => {
    const { service } = machine(mac, { bootstrap: 'Bootstrap failed: 125' })
    expect((await service.install())[1]).toContain(`run: launchctl bootstrap gui/501 ${AGENT}`)
  })
})

describe('the service on Windows', () => {
  it('is the application, or the Task Scheduler with the exact command', async () => {
    const words = ['C:\\node.exe', 'C:\\lamplighter.cjs', 'serve']
    const { ran, service } = machine({ platform: 'win32', command: { words, env: {} } })
    const error = { code: 'AUTOSTART_UNAVAILABLE', hint: expect.stringContaining('schtasks /Create') }
    await expect(service.install()).rejects.toMatchObject(error)
    await expect(service.uninstall()).rejects.toMatchObject({
      hint: expect.stringContaining('schtasks /Delete'),
    })
    expect(ran).toEqual([])
  })
})

describe('what a service takes over from the environment', () => {
  it('is whose certificates are believed', () => {
    const env = { NODE_USE_SYSTEM_CA: '1', SSL_CERT_FILE: '/etc/ssl/ours.pem', SSL_CERT_DIR: '/etc/ssl/ours' }
    expect(carried(env)).toEqual(env)
  })

  it('is where things are, and a proxy without a password', () => {
    const env = {
      LAMPLIGHTER_HOME: '/srv/lamps',
      https_proxy: 'http://proxy.test:3128',
      HTTPS_PROXY: 'http://me:CANARY@proxy.test:3128',
      ALL_PROXY: 'me@proxy.test',
      NO_PROXY: '.example.test',
      XDG_STATE_HOME: '/home/a@b/state',
      SECRET: 'CANARY',
    }
    expect(carried(env)).toEqual({
      LAMPLIGHTER_HOME: '/srv/lamps',
      https_proxy: 'http://proxy.test:3128',
      NO_PROXY: '.example.test',
      XDG_STATE_HOME: '/home/a@b/state',
    })
  })

  it('is where things are from anywhere: a service does not work in the folder of the shell', () => {
    const env = {
      LAMPLIGHTER_HOME: 'lamps',
      OPENCLAW_STATE_DIR: './claw',
      OPENCLAW_AGENT_DIR: '~/agent',
      OPENCLAW_HOME: 'undefined',
      NODE_EXTRA_CA_CERTS: '../ca.pem',
      LAMPLIGHTER_KEYRING: 'file',
    }
    expect(carried(env)).toEqual({
      LAMPLIGHTER_HOME: resolve('lamps'),
      OPENCLAW_STATE_DIR: resolve('claw'),
      OPENCLAW_AGENT_DIR: '~/agent',
      OPENCLAW_HOME: 'undefined',
      NODE_EXTRA_CA_CERTS: resolve('../ca.pem'),
      LAMPLIGHTER_KEYRING: 'file',
    })
  })
})
