import { describe, expect, it } from 'vitest'
import { NO_TRAY, needingYou, problemsOf, withoutPlaces } from '../../../app/contract/problems.ts'
import type { PlaceView, ProfileView } from '../../../app/contract/views.ts'
import { NOW_MS, overviewView, profileView } from '../../support/views.ts'

const PATH = '/home/ada/.openclaw/agents/ops/agent/auth-profiles.json'
const DAMAGED = {
  code: 'STORE_CORRUPT',
  message: `${PATH} is not what OpenClaw writes.`,
  hint: 'Restore it.',
}
const place = (over: Partial<PlaceView> = {}): PlaceView => ({
  label: 'OpenClaw · ops',
  path: PATH,
  found: 'unreadable',
  present: true,
  problem: DAMAGED,
  ...over,
})
const unread = (id: string, over: Partial<ProfileView> = {}): ProfileView =>
  profileView({ id, status: { kind: 'unknown', lookedAtMs: NOW_MS, failure: DAMAGED }, ...over })
/** As the core lists a file of which no login was ever seen. */
const standIn = unread('stand-in', {
  holders: [{ id: PATH, label: 'OpenClaw · ops', path: PATH, entry: PATH, drift: false, problem: DAMAGED }],
})
const told = (...args: Parameters<typeof overviewView>) =>
  problemsOf(overviewView(...args)).map(({ attention, path, profileIds }) => [attention, path, profileIds])

describe('problemsOf', () => {
  it('names a place whose logins cannot be read, and which those are', () => {
    const profiles = [profileView(), unread('bob'), standIn]
    expect(
      told(profiles, { places: [place(), place({ problem: undefined as never, path: '/fine' })] }),
    ).toEqual([['needs-you', PATH, ['bob']]])
  })

  it('needs a person for it even where no login of it was ever seen', () => {
    expect(told([standIn], { places: [place()] })).toEqual([['needs-you', PATH, []]])
  })

  it('finds a login that only one of several files keeps from being written', () => {
    const [holder] = profileView().holders
    const kept = profileView({ id: 'kept', holders: [{ ...holder, problem: DAMAGED } as never] })
    expect(told([kept], { places: [place()] })).toEqual([['needs-you', PATH, ['kept']]])
  })

  it('takes what holds no login for worth a look, and counts nowhere what is only told', () => {
    const config = { code: 'CONFIG_INVALID', message: 'config.json is not JSON.', path: '/config.json' }
    const tray = { code: NO_TRAY, message: 'No tray icons here.' }
    expect(
      told([profileView()], { places: [place({ isSettings: true })], problems: [tray, config] }),
    ).toEqual([
      ['look', PATH, []],
      ['look', '/config.json', []],
      ['told', undefined, []],
    ])
  })

  it('needs a person for whatever else keeps logins from being read, and puts it first', () => {
    const keychain = { code: 'KEYCHAIN_UNAVAILABLE', message: 'The keychain is locked.' }
    const locked = unread('ada', { status: { kind: 'unknown', lookedAtMs: NOW_MS, failure: keychain } })
    const hook = { code: 'COMMAND_FAILED', message: 'The hook failed.' }
    expect(told([locked], { problems: [hook, keychain] })).toEqual([
      ['needs-you', undefined, ['ada']],
      ['look', undefined, []],
    ])
  })

  it('tells one thing once, whoever says it', () => {
    expect(told([], { places: [place()], problems: [DAMAGED] })).toHaveLength(1)
    const [first] = problemsOf(overviewView([], { places: [place()] }))
    const [again] = problemsOf(overviewView([unread('bob')], { places: [place({ sinceMs: 1 })] }))
    expect(again?.id).toBe(first?.id)
  })
})

describe('needingYou', () => {
  const ended = profileView({ id: 'ended', status: { kind: 'needs-login', failure: DAMAGED } })
  const count = (...args: Parameters<typeof overviewView>) => {
    const { count, noun } = needingYou(overviewView(...args))
    return [count, noun]
  }

  it('counts logins and files, each once, and says what they are', () => {
    expect(count([ended])).toEqual([1, 'login'])
    expect(count([profileView(), standIn], { places: [place()] })).toEqual([1, 'file'])
    expect(count([ended], { places: [place()] })).toEqual([2, 'thing'])
  })
})

describe('withoutPlaces', () => {
  it('leaves the logins, and the same overview where there is nothing else', () => {
    const mixed = overviewView([profileView(), standIn, unread('bob')])
    expect(withoutPlaces(mixed).profiles.map(({ id }) => id)).toEqual(['ada', 'bob'])
    const logins = overviewView([profileView()])
    expect(withoutPlaces(logins)).toBe(logins)
  })
})
