// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { sampleOverview, twelve } from '../../../renderer/preview/sample-profiles.ts'
import { samplePrograms } from '../../../renderer/preview/sample-programs.ts'
import { button, choose, click, field, openWindow, type } from '../../support/window.tsx'

const NOW = 1_770_000_000_000
async function open(isBare = false) {
  const opened = await openWindow(sampleOverview(NOW, twelve(NOW)), [], {
    programs: samplePrograms(NOW, isBare),
  })
  await click(button(/^Programs/))
  return opened
}

const text = () => document.querySelector('main')?.textContent ?? ''
const group = (name: string) => document.querySelector(`[aria-label="${name}"]`)?.textContent
const dialog = () => document.querySelector('dialog')?.textContent ?? ''

describe('the screen Programs', () => {
  it('shows who asks for what, since when, and with what result', async () => {
    await open()
    expect(text()).toContain('1 connected')
    expect(text()).toContain('2 min ago')
    expect(text()).toContain('blocked')
    expect(text()).toContain('2 more programs that can be connected, not found here')
  })

  it('begins with what does not work, why, and the button that mends it', async () => {
    const window = await open()
    const [first] = document.querySelectorAll('.programs > section')
    expect(first?.getAttribute('aria-label')).toBe('Not working')
    expect(first?.textContent).toContain('Anthropic has ended this login.')
    expect(first?.textContent).toContain('refused 9 min ago')
    expect(group('Connected')).not.toContain('Claude Code')
    await click(button('Sign in for Claude Code'))
    expect(window.asked('login:start')).toEqual([[{ profileId: 'anthropic-ops' }]])
  })

  it('names a program once: what is connected is not offered again, but in its details', async () => {
    await open()
    expect(group('Can be connected')).toMatch(/^Can be connected 2.*AWS.*kubectl/)
    await click(button(/^Details of git/))
    await click(button('Connect git for something else, too'))
    expect(dialog()).toContain('Which server, or which part of it?')
  })

  it('shows the lines before it writes them, and what came of it', async () => {
    const window = await open(true)
    await click(button('Connect AWS'))
    await click(button('Show what is written'))
    expect(window.asked('program:plan')).toEqual([]) // not all is said
    await choose(document.querySelector('dialog select'), 'acme-bot')
    await type(field('Which profile?'), 'dev')
    await type(
      field('Which role? Its ARN; in Identity Center REGION/ACCOUNT/ROLE.'),
      'arn:aws:iam::1:role/dev',
    )
    await click(button('Show what is written'))
    const request = { consumer: 'aws', login: 'acme-bot', answers: ['dev', 'arn:aws:iam::1:role/dev'] }
    expect(window.asked('program:plan')).toEqual([[request]])
    expect(dialog()).toContain('/home/ada/.awsrc')
    expect(window.asked('program:connect')).toEqual([])
    await click(button('Back'))
    expect(field('Which profile?').value).toBe('dev')
    await click(button('Show what is written'))
    await click(button(/^Connect(Connecting…)$/))
    expect(window.asked('program:connect')).toEqual([[request, 'aws dev']])
    expect(dialog()).toContain('It asked for a token and was given one.')
    await click(button('Done'))
    expect(text()).toContain('1 connected')
    await click(button(/^Details of AWS/))
    await click(button(/^Disconnect(Disconnecting…)$/))
    expect(text()).not.toContain('1 connected')
    await click(button('Undo'))
    expect(window.asked('program:connect')).toEqual([
      [request, 'aws dev'],
      [request, 'aws dev'],
    ])
    expect(text()).toContain('1 connected')
  })

  it('says why nothing was written, and keeps what was typed', async () => {
    const window = await open(true)
    await click(button('Connect Claude Code'))
    await choose(document.querySelector('dialog select'), 'acme-bot')
    await type(field('What do you call the gateway?'), 'gateway')
    window.bridge.refuse('program:plan', {
      code: 'STORE_READ_ONLY',
      message: 'settings.json has "apiKeyHelper" already.',
    })
    await click(button('Show what is written'))
    expect(dialog()).toContain('has "apiKeyHelper" already')
    expect(field('What do you call the gateway?').value).toBe('gateway')
  })

  it('tries, blocks and disconnects', async () => {
    const window = await open()
    await click(button(/^Details of git/))
    expect(dialog()).toContain('[credential "https://git.example.test/team"]')
    await click(button(/^Try it/))
    expect(dialog()).toContain('was given one')
    await click(button('Block', document.querySelector('dialog') as HTMLElement))
    expect(window.asked('program:withhold')).toEqual([
      ['openai-codex:ada@example.test', 'lamplighter helper git', true],
    ])
    expect(dialog()).toContain('Allow again')
    await click(button(/^Disconnect(Disconnecting…)$/))
    expect(window.asked('program:disconnect')).toEqual([['git-1']])
    expect(document.querySelector('dialog')).toBeNull()
    expect(group('Connected')).toBeUndefined()
    expect(document.querySelector('.toast')?.textContent).toContain('git is disconnected')
    await click(button('Block nightly-report from ada@example.test'))
    expect(window.asked('program:withhold').at(-1)).toEqual([
      'openai-codex:ada@example.test',
      'nightly-report',
      true,
    ])
  })

  it('says of lines that somebody took out that they are gone, and not that the file is', async () => {
    const programs = samplePrograms(NOW)
    const [git, ...others] = programs.connections
    if (!git) expect.fail('no connection')
    const files = git.files.map((file) => ({ ...file, state: 'gone' as const }))
    await openWindow(sampleOverview(NOW, twelve(NOW)), [], {
      programs: { ...programs, connections: [{ ...git, files }, ...others] },
    })
    await click(button(/^Programs/))
    await click(button(/^Details of git/))
    expect(document.querySelector('.written-path')?.textContent).toBe(
      '/home/ada/.gitconfig these lines were taken out since',
    )
  })

  it('marks the logins that give no token, behind those that do', async () => {
    await open(true)
    await click(button('Connect AWS'))
    const options = [...document.querySelectorAll('dialog select option')].map((one) => one.textContent)
    expect(options.at(-1)).toMatch(/(needs you|expired|cannot be read)/)
    expect(options[1]).not.toMatch(/needs you|expired/)
  })

  it('says of a program that reads a kept file where that lies, and blocks it from the login', async () => {
    const programs = samplePrograms(NOW)
    const [git] = programs.connections
    const npm = {
      ...git,
      id: 'npm-1',
      name: 'npm',
      use: 'registry r.test',
      asksAs: 'kept file /kept/npm',
      keeps: '/kept/npm',
    }
    const window = await openWindow(sampleOverview(NOW, twelve(NOW)), [], {
      programs: { ...programs, connections: [npm as (typeof programs.connections)[number]] },
    })
    await click(button(/^Programs/))
    expect(text()).toContain('reads a kept file')
    await click(button(/^Details of npm/))
    expect(dialog()).toContain('/kept/npm')
    await click(button('Block'))
    expect(window.asked('program:withhold')).toEqual([
      ['openai-codex:ada@example.test', 'kept file /kept/npm', true],
    ])
    expect(dialog()).toContain('finds none there while that is withheld')
  })

  it('withholds a login from a file that a person keeps', async () => {
    const { path, program, login } = samplePrograms(NOW).keptFiles[0] ?? expect.fail('no kept file')
    const window = await open()
    await click(button(`Block ${path} from ada@example.test`))
    expect(window.asked('program:withhold')).toEqual([[login, program, true]])
    await click(button(`Allow ${path} to use ada@example.test again`))
    expect(window.asked('program:withhold').at(-1)).toEqual([login, program, false])
  })
})
