import { describe, expect, it } from 'vitest'
import { fitting, parseUse, textOfUse, type Use, type UseKind, wantedFor } from '../../../app/config/use.ts'

const HOME = '/home/ada'

function use(text: string): Use {
  const parsed = parseUse(text)
  if (typeof parsed === 'string') throw new Error(parsed)
  return parsed
}

function loginsFor(uses: Record<string, string>, kind: UseKind, words: string[], more: object = {}) {
  const wanted = wantedFor(kind, words)
  if (typeof wanted === 'string') throw new Error(wanted)
  const all = Object.entries(uses).map(([login, text]) => ({ login, use: use(text) }))
  return fitting(all, { ...wanted, ...more }, HOME).map(({ login }) => login)
}

describe('a use', () => {
  it.each([
    'git https://git.example.test',
    'git https://git.example.test:8443/team/tools',
    'git https://ada@git.example.test/team below ~/work',
    'registry registry.example.test:5000/team',
    'registry %3Ctoken%3E@registry.example.test',
    'mail imap.example.test ada@example.test',
    'cluster production',
    'aws dev below /srv/my projects/a',
    'mcp http://127.0.0.1:3000/mcp',
    'audience https://api.example.test/v1',
    'audience reports',
    'aws dev remote git.example.test/work',
    'aws dev remote git.example.test below ~/src',
  ])('is written as it was read: %s', (text) => {
    expect(textOfUse(use(text))).toBe(text)
  })

  it.each([
    ['', /is not a use/],
    ['ftp example.test', /"ftp" is not a use: git, registry/],
    ['git', /git https:\/\/HOST\/PATH/],
    ['git git.example.test', /git https:\/\/HOST\/PATH/],
    ['git http://git.example.test', /in clear/],
    ['mail imap.example.test', /mail HOST USER/],
    ['cluster a b', /cluster NAME/],
    ['constructor x', /is not a use/],
    ['git https://git.example.test below work', /whole path/],
    ['aws dev remote ../tools', /no address of a git repository/],
    ['aws dev remote C:\\tools', /no address of a git repository/],
  ])('that is none is refused with a reason: %s', (text, why) => {
    expect(parseUse(text)).toMatch(why)
  })
})

describe('the login for what a program asks', () => {
  it('is whoever has the place, or what it lies below', () => {
    const uses = { ada: 'git https://git.example.test/team', bob: 'git https://other.example.test' }
    expect(loginsFor(uses, 'git', ['https://git.example.test/team/tools.git'])).toEqual(['ada'])
    expect(loginsFor(uses, 'git', ['https://git.example.test/teams/tools.git'])).toEqual([])
    expect(
      loginsFor({ ada: 'git https://git.example.test/a.git' }, 'git', ['https://git.example.test/a']),
    ).toEqual(['ada'])
    expect(loginsFor(uses, 'git', ['https://git.example.test'])).toEqual([])
    expect(loginsFor(uses, 'git', ['https://git.example.test:444/team'])).toEqual([])
    expect(loginsFor(uses, 'mcp', ['https://other.example.test'])).toEqual([])
  })

  it('is the one that says more: a longer path, a folder, a user', () => {
    const host = 'git https://git.example.test'
    const ask = ['https://git.example.test/team/tools.git']
    expect(loginsFor({ ada: host, bob: `${host}/team` }, 'git', ask)).toEqual(['bob'])
    const byFolder = { ada: host, bob: `${host} below ~/work`, eve: `${host} below ~/work/secret` }
    expect(loginsFor(byFolder, 'git', ask)).toEqual(['ada'])
    expect(loginsFor(byFolder, 'git', ask, { folder: '/home/ada/play' })).toEqual(['ada'])
    expect(loginsFor(byFolder, 'git', ask, { folder: '/home/ada/workshop' })).toEqual(['ada'])
    expect(loginsFor(byFolder, 'git', ask, { folder: '/home/ada/work' })).toEqual(['bob'])
    expect(loginsFor(byFolder, 'git', ask, { folder: '/home/ada/work/secret/x' })).toEqual(['eve'])
    const byUser = { ada: 'git https://ada@git.example.test', bob: host }
    expect(loginsFor(byUser, 'git', ask, { user: 'bob' })).toEqual(['bob'])
    expect(loginsFor(byUser, 'git', ask, { user: 'ada' })).toEqual(['ada'])
  })

  it('is all that say as much, and where one says more of one thing and another of another', () => {
    const same = { ada: 'registry r.example.test', bob: 'registry r.example.test' }
    expect(loginsFor(same, 'registry', ['r.example.test'])).toEqual(['ada', 'bob'])
    const crossed = {
      ada: 'git https://git.example.test/team',
      bob: 'git https://git.example.test below ~/work',
    }
    const ask = ['https://git.example.test/team/x']
    expect(loginsFor(crossed, 'git', ask, { folder: '/home/ada/work/x' })).toEqual(['ada', 'bob'])
  })

  it('takes a registry however it is addressed', () => {
    const uses = { ada: 'registry r.example.test' }
    for (const address of [
      'r.example.test',
      'https://r.example.test/v2/',
      'sparse+https://r.example.test/index/',
      '//r.example.test/',
    ]) {
      expect([address, loginsFor(uses, 'registry', [address])]).toEqual([address, ['ada']])
    }
    expect(loginsFor(uses, 'registry', ['r.example.test:5000'])).toEqual([])
  })

  it('of a mailbox is its own and nobody else’s', () => {
    const uses = { ada: 'mail imap.example.test ada', bob: 'mail imap.example.test bob' }
    expect(loginsFor(uses, 'mail', ['imap.example.test', 'bob'])).toEqual(['bob'])
    expect(loginsFor(uses, 'mail', ['imap.example.test', 'eve'])).toEqual([])
  })

  it('below a folder is told the same however Windows spells it', () => {
    const uses = { ada: 'aws dev below C:\\Work\\Shop' }
    expect(loginsFor(uses, 'aws', ['dev'], { folder: 'c:/work/shop/src' })).toEqual(['ada'])
    expect(loginsFor(uses, 'aws', ['dev'], { folder: 'c:\\work\\shops' })).toEqual([])
  })
})
