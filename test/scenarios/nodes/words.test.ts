import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { checkDestination } from '../../../app/base/ssh-destination.ts'
import { inPosixShell, remoteCommand } from '../../../app/features/nodes/connection/remote-command.ts'
import { ABSENT, failureOf, isAbsent } from '../../../app/features/nodes/connection/ssh-errors.ts'
import { providerHere } from '../../../app/features/nodes/inventory/same-provider.ts'
import { type Travel, waysOf } from '../../../app/features/nodes/inventory/ways.ts'
import type { Provider } from '../../../app/model/provider.ts'
import { generic } from '../../../app/providers/generic.ts'

describe('checkDestination', () => {
  it.each(['t440', 'ada@t440', 'ssh://ada@t440:2222', '  t440.lan ', 'fe80::1%eth0'])('takes %j', (text) => {
    expect(checkDestination(text)).toBe(text.trim())
  })

  it.each([
    '',
    '   ',
    '-oProxyCommand=touch /tmp/x',
    'ada@-oProxyCommand=x',
    'ssh://-x',
    'a b',
    'a\nb',
    'a\u0007',
    'x'.repeat(256),
  ])('refuses %j', (text) => {
    expect(() => checkDestination(text)).toThrow(expect.objectContaining({ code: 'ARGUMENT_INVALID' }))
  })
})

describe('failureOf', () => {
  it.each([
    [
      '@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @',
      'is not the one your ssh knows',
      'ssh-keygen -R',
    ],
    ['Host key verification failed.', 'does not know the host key', 'ssh t440'],
    ['ada@t440: Permission denied (publickey).', 'does not let your ssh in', 'agent'],
    [
      'ssh: Could not resolve hostname t440: Name or service not known',
      'There is no machine called',
      'ssh t440',
    ],
    ['ssh: connect to host t440 port 22: Connection timed out', 'does not answer', 'asleep'],
    ['Timeout, server t440 not responding.', 'does not answer', 'asleep'],
    ['ssh: connect to host t440 port 22: Connection refused', 'takes no ssh connections', 'server'],
    ['ssh: connect to host t440 port 22: No route to host', 'no way to t440', 'VPN'],
    ['ssh: ENOENT', 'no ssh program', 'OpenSSH'],
    ['something new', 't440 could not be reached', 'ssh t440'],
  ])('understands %j', (why, message, hint) => {
    const error = failureOf('t440', { code: 255, why })
    expect(error).toMatchObject({
      code: 'NODE_UNREACHABLE',
      message: expect.stringContaining(message),
      hint: expect.stringContaining(hint),
      cause: why,
    })
  })

  it('tells what was started there and ended from what ssh says itself', () => {
    expect(failureOf('t440', { code: 127, why: 'env: node: No such file or directory' })).toMatchObject({
      code: 'NODE_LACKS',
      hint: expect.stringContaining('Node.js is not on the PATH'),
    })
    expect(isAbsent({ code: 127, why: `${ABSENT}\n` })).toBe(true)
  })
})

describe('answerCommand', () => {
  it('is one word for whatever shell the person has there', () => {
    expect(inPosixShell("echo 'a b'")).toBe(`exec sh -c 'echo '\\''a b'\\'''`)
    expect(remoteCommand(undefined)).toMatch(/^exec sh -c '.*\/usr\/local\/bin\/lamplighter.*'$/)
  })

  it('leaves what a person wrote as they wrote it', () => {
    expect(remoteCommand('/opt/node/bin/node /opt/l.cjs')).toBe('/opt/node/bin/node /opt/l.cjs answer')
  })
})

describe('providerHere', () => {
  const theirs = { id: 'acme', custom: true, issuer: 'https://auth.acme.test', clientId: 'client-1' }
  const ours = {
    ...generic,
    id: 'acme',
    name: 'Acme',
    issuer: 'https://auth.acme.test',
    clientId: 'client-1',
  }

  const machine = { id: 'machine-1', name: 'T440' }
  const here = (definition: typeof theirs, known: readonly Provider[]) =>
    providerHere({
      id: 'acme',
      theirs: definition,
      ours: known,
      machine,
      sha256Hex: (text) => createHash('sha256').update(text).digest('hex'),
    })

  it('gives what is not known here an id of its own, and says where its tokens would go', () => {
    const found = here(theirs, [])
    expect(found).toEqual({
      kind: 'to-add',
      id: expect.stringMatching(/^acme\.[0-9a-f]{8}$/),
      endpoint: 'https://auth.acme.test',
      input: {
        id: expect.stringMatching(/^acme\.[0-9a-f]{8}$/),
        name: 'acme (from T440)',
        from: 'T440',
        issuer: 'https://auth.acme.test',
        clientId: 'client-1',
      },
    })
  })

  it('shows what the other machine calls it as every text from outside: marked, and cut', () => {
    const nameOf = (name: string) => {
      const found = here({ ...theirs, name } as typeof theirs, [])
      return found.kind === 'to-add' ? found.input.name : undefined
    }
    expect(nameOf('Ac\u202eme\u001b[2J')).toBe('Ac\ufffdme\ufffd[2J (from T440)')
    expect(nameOf(`${'A'.repeat(59)}👩‍👧 and more`)).toBe(`${'A'.repeat(59)}… (from T440)`)
    expect(nameOf('  ')).toBe('unnamed (from T440)')
  })

  it('is asked about anew when the other machine says something else of it', () => {
    const first = here(theirs, [])
    if (first.kind !== 'to-add') throw new Error(first.kind)
    const known = { ...generic, name: 'acme', custom: true, ...first.input } as Provider
    expect(here(theirs, [known])).toEqual({ kind: 'brought', id: first.id })
    const changed = here({ ...theirs, issuer: 'https://auth.evil.test' }, [known])
    expect(changed).toMatchObject({ kind: 'to-add', endpoint: 'https://auth.evil.test' })
    expect('id' in changed && changed.id).not.toBe(first.id)
  })

  it.each([
    { issuer: 'https://auth.evil.test' },
    { tokenEndpoint: 'https://evil.test/token', ours: { tokenEndpoint: 'https://auth.acme.test/token' } },
    { clientId: 'client-2' },
  ])('sends no refresh token to another place: %j', ({ ours: more = {}, ...change }) => {
    expect(here({ ...theirs, ...change }, [{ ...ours, ...more }]).kind).toBe('different')
  })

  it('does not take an endpoint for an issuer that nobody compared it with', () => {
    const { issuer: _, ...rest } = ours
    const named = { ...rest, tokenEndpoint: 'https://auth.acme.test/token' }
    expect(here(theirs, [named]).kind).toBe('different')
  })

  it('takes the same for the same, whatever either calls it', () => {
    expect(here(theirs, [ours])).toEqual({ kind: 'same', id: 'acme' })
    expect(here(theirs, [{ ...ours, id: 'my-acme' }])).toEqual({ kind: 'same', id: 'my-acme' })
  })

  it('takes nothing that another machine brought for its own', () => {
    expect(here(theirs, [{ ...ours, from: 'X1' }]).kind).toBe('to-add')
  })
})

describe('waysOf', () => {
  const travel: Travel = {
    from: 'T440',
    to: 'this machine',
    providerName: 'Acme',
    kind: 'oauth',
    rotates: true,
    hasToken: true,
    canMove: true,
    answers: true,
    comparison: 'only-there',
  }
  const ways = (part: Partial<Travel>) =>
    Object.fromEntries(waysOf({ ...travel, ...part }).map((view) => [view.way, view]))

  it('suggests nothing where only the other machine knows the provider, and shows where tokens would go', () => {
    const endpoint = 'https://auth.evil.test/token'
    const views = waysOf({ ...travel, endpoint }).filter(({ possible }) => possible)
    expect(views.map(({ way }) => way)).toEqual(['move', 'borrow', 'sign-in', 'copy'])
    for (const view of views) {
      expect(view).toMatchObject({ endpoint, risky: true, suggested: false })
      expect(view.consequence).toContain(endpoint)
    }
  })

  it('names the price of each', () => {
    const { move, borrow, copy, 'sign-in': signIn } = ways({})
    expect(move?.consequence).toContain('T440 gives up its refresh token and this machine renews at once')
    expect(borrow?.consequence).toContain('T440 stays its owner')
    expect(signIn?.consequence).toContain('Nothing is copied')
    expect(copy).toMatchObject({
      risky: true,
      suggested: false,
      consequence: expect.stringContaining('signed out'),
    })
  })

  it.each([
    [{}, 'borrow'],
    [{ rotates: false }, 'copy'],
    [{ answers: false }, 'sign-in'],
    [{ comparison: 'fork' }, 'move'],
    [{ comparison: 'same' }, undefined],
    [{ comparison: 'newer-here' }, undefined],
    [{ comparison: 'borrowed-here' }, undefined],
    [{ comparison: 'other-account' }, undefined],
    [{ kind: 'api-key', rotates: false }, 'copy'],
  ] as const)('suggests for %j: %s', (part, way) => {
    expect(waysOf({ ...travel, ...part }).find(({ suggested }) => suggested)?.way).toBe(way)
  })

  it.each([
    [{ answers: false }, ['move', 'borrow']],
    [{ canMove: false }, ['move']],
    [{ borrowedFrom: 'X1' }, ['move', 'borrow', 'copy']],
    [{ why: 'Claude Code keeps it.' }, ['move', 'borrow', 'copy']],
    [{ why: 'Its client is there.', lends: true }, ['move', 'copy']],
    [{ cannotSignIn: 'No.' }, ['sign-in']],
    [{ cannotRefresh: 'No.' }, ['move']],
    [{ kind: 'api-key' }, ['move', 'borrow', 'sign-in']],
    [{ comparison: 'borrowed-here' }, ['borrow']],
  ] as const)('says why not, for %j', (part, impossible) => {
    const views = waysOf({ ...travel, ...part })
    expect(views.filter(({ possible }) => !possible).map(({ way }) => way)).toEqual(impossible)
    for (const { possible, consequence, risky } of views) {
      expect(consequence).toMatch(/^[A-Z].*\.$/)
      if (!possible) expect(risky).toBe(false)
    }
  })
})
