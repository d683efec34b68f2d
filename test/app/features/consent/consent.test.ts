/** A program's first ask for a login of which a person wants to be asked. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Core } from '../../../../app/core.ts'
import { ANSWER_WITHIN_MS } from '../../../../app/features/consent/consent-questions.ts'
import { FAKE_PATHS } from '../../../fakes/ports.ts'
import { type Booted, HOUR, MemoryMachine, MINUTE, PROFILE } from '../../../support/memory-machine.ts'

const FILE = `${FAKE_PATHS.state}/consent.json`

let machine: MemoryMachine
let host: Booted
let unattend: () => void

beforeEach(async () => {
  machine = new MemoryMachine()
  host = await machine.start(true)
  await machine.run(host.core.changeSettings({ consent: { all: true } }))
  unattend = host.core.consent.attend()
})
afterEach(() => machine.run(host.core.close()))

function give(program = 'report', core: Core = host.core, isKnown = false): Promise<string> {
  const ask = { program: { name: program, isKnown }, login: PROFILE, askedBy: `${program} (pid 7)` }
  return core.handOut(ask, () => 'CANARY-token')
}

/** The one question, once it is there. */
async function question() {
  await machine.clock.advance(1)
  const [open] = host.core.consent.questions()
  if (!open) throw new Error('nobody asks')
  return open
}

async function refused(asked: Promise<unknown>): Promise<{ readonly code: string; readonly hint: string }> {
  return machine.run(
    asked.then(
      () => ({ code: 'given', hint: '' }),
      (error: unknown) => error as never,
    ),
  )
}

describe('consent', () => {
  it('is asked of nobody unless somebody wants to be asked', async () => {
    await machine.run(host.core.changeSettings({ consent: { all: false } }))
    expect(await give()).toBe('CANARY-token')
    await machine.run(host.core.changeSettings({ consent: { logins: ['ada@example.test'] } }))
    const asked = give()
    expect(await question()).toMatchObject({
      program: { name: 'report', isKnown: false },
      login: PROFILE,
      account: 'ada@example.test',
    })
    await machine.run(host.core.consent.answer((await question()).id, 'once'))
    expect(await machine.run(asked)).toBe('CANARY-token')
  })

  it('"once" is for those who wait, and the next one is asked about again', async () => {
    const both = [give(), give()]
    await machine.run(host.core.consent.answer((await question()).id, 'once'))
    expect(await machine.run(Promise.all(both))).toEqual(['CANARY-token', 'CANARY-token'])
    expect(machine.files.text(FILE)).toBeUndefined()
    expect(await refused(give())).toMatchObject({ code: 'CONSENT_NEEDED' })
  })

  it('"once" that came too late is for the next try, within minutes', async () => {
    expect(await refused(give())).toMatchObject({ code: 'CONSENT_NEEDED' })
    await machine.run(host.core.consent.answer((await question()).id, 'once'))
    expect(await give()).toBe('CANARY-token')
    expect(await refused(give())).toMatchObject({ code: 'CONSENT_NEEDED' })
    await machine.run(host.core.consent.answer((await question()).id, 'once'))
    await machine.run(machine.clock.sleep(10 * MINUTE))
    expect(await refused(give())).toMatchObject({ code: 'CONSENT_NEEDED' })
  })

  it('"for an hour" ends with the hour, "always" and "never" do not, nor with the process', async () => {
    for (const [program, answer] of [
      ['hourly', 'hour'],
      ['always', 'always'],
      ['never', 'never'],
    ] as const) {
      const asked = give(program).then(
        () => 'given',
        (error: { readonly code: string }) => error.code,
      )
      await machine.run(host.core.consent.answer((await question()).id, answer))
      expect(await machine.run(asked)).toBe(answer === 'never' ? 'HOST_REFUSED' : 'given')
    }
    await machine.run(host.core.close())
    host = await machine.start(true)
    expect(await give('hourly')).toBe('CANARY-token')
    await machine.run(machine.clock.sleep(2 * HOUR))
    expect(await refused(give('hourly'))).toMatchObject({ code: 'CONSENT_NEEDED' })
    expect(await give('always')).toBe('CANARY-token')
    expect(await refused(give('never'))).toMatchObject({
      code: 'HOST_REFUSED',
      hint: expect.stringContaining(`lamplighter allow never ${PROFILE} --drop`),
    })
    expect(await host.core.consent.list()).toMatchObject([
      { program: { name: 'never' }, isAllowed: false },
      { program: { name: 'always' }, isAllowed: true },
    ])
  })

  it('is waited for some seconds, and then says what to do', async () => {
    const startMs = machine.clock.now()
    const error = await refused(give('nightly report'))
    expect(machine.clock.now() - startMs).toBe(ANSWER_WITHIN_MS)
    expect(error.hint).toContain(`lamplighter allow 'nightly report' ${PROFILE}`)
    expect(error.hint).toContain('window')
    expect(host.core.consent.questions()).toHaveLength(1) // somebody may answer for the next try
    expect(await refused(give('nightly report'))).toMatchObject({ code: 'CONSENT_NEEDED' })
    expect(machine.clock.now() - startMs).toBe(ANSWER_WITHIN_MS) // it asks again at once: it has waited
    await machine.run(machine.clock.sleep(MINUTE))
    await refused(give('nightly report'))
    expect(machine.clock.now() - startMs).toBe(2 * ANSWER_WITHIN_MS + MINUTE)
  })

  it('is no longer waited for by a program that went away, which was refused nothing', async () => {
    const gone = new AbortController()
    const ask = { program: { name: 'report', isKnown: false }, login: PROFILE, askedBy: 'report' }
    const asked = host.core.handOut({ ...ask, signal: gone.signal }, () => 'CANARY-token')
    const id = (await question()).id
    gone.abort()
    await expect(asked).rejects.toMatchObject({ code: 'HOST_GONE' })
    expect(host.core.askers.list()).toEqual([])
    expect((await host.core.history({})).filter(({ kind }) => kind === 'withheld')).toEqual([])
    await machine.run(host.core.consent.answer(id, 'once'))
    expect(await give()).toBe('CANARY-token') // the answer came all the same
  })

  it('is not waited for where nobody can be asked', async () => {
    unattend()
    const error = await give().catch((one: unknown) => one)
    expect(error).toMatchObject({
      code: 'CONSENT_NEEDED',
      hint: `To allow it: lamplighter allow report ${PROFILE}`,
    })
    expect(host.core.consent.questions()).toEqual([])
  })

  it('given by another process is heard by whoever waits', async () => {
    const asked = give()
    await question()
    const other = await machine.start(false)
    const program = { name: 'report', isKnown: false }
    await machine.run(other.core.consent.set(program, 'ada@example.test', true))
    expect(await machine.run(asked)).toBe('CANARY-token')
    expect(host.core.consent.questions()).toEqual([])
    await machine.run(other.core.consent.takeBack(program, PROFILE))
    await machine.run(other.core.close())
    expect(await refused(give())).toMatchObject({ code: 'CONSENT_NEEDED' })
  })

  it('given to what runs from a path is not given to what calls itself so', async () => {
    await machine.run(host.core.consent.set({ name: '/usr/bin/mail', isKnown: true }, PROFILE, true))
    expect(await give('/usr/bin/mail', host.core, true)).toBe('CANARY-token')
    expect(await refused(give('/usr/bin/mail'))).toMatchObject({ code: 'CONSENT_NEEDED' })
  })

  it('that was refused stands in the history, once an hour, and says nothing of the login', async () => {
    const before = host.core.profile(PROFILE).lastEvent
    for (let times = 0; times < 3; times++) await refused(give())
    const events = (await host.core.history({})).filter(({ kind }) => kind === 'withheld')
    expect(events).toMatchObject([
      { profileId: PROFILE, cause: 'CONSENT_NEEDED', askedBy: 'report (pid 7)', account: 'ada@example.test' },
    ])
    expect(host.core.profile(PROFILE).lastEvent).toEqual(before)
    expect(host.core.askers.list()).toMatchObject([{ program: 'report', times: 0, refusedTimes: 3 }])
    await machine.run(machine.clock.sleep(2 * HOUR))
    await refused(give())
    expect((await host.core.history({})).filter(({ kind }) => kind === 'withheld')).toHaveLength(2)
  })

  it('asks no person about more than twenty programs at once, nor for longer than an hour', async () => {
    const all = Array.from({ length: 30 }, (_, at) => refused(give(`program ${at}`)))
    await machine.clock.advance(1)
    expect(host.core.consent.questions()).toHaveLength(20)
    await Promise.all(all)
    await machine.run(machine.clock.sleep(2 * HOUR))
    expect(host.core.consent.questions()).toEqual([])
  })

  it('allows nothing while its file cannot be understood', async () => {
    machine.files.put(FILE, '{"version":1,"answers":[{"program":"report"}]}')
    expect(await refused(give())).toMatchObject({ code: 'CONFIG_INVALID' })
  })
})

describe('a locked screen', () => {
  it('stops hand-outs only where somebody wants that', async () => {
    await machine.run(host.core.changeSettings({ consent: { all: false } }))
    host.core.setScreenLocked(true)
    expect(await give()).toBe('CANARY-token')
    await machine.run(host.core.changeSettings({ withholdWhileLocked: true }))
    expect(await refused(give())).toMatchObject({ code: 'SCREEN_LOCKED' })
    expect(await machine.run(host.core.refresh(PROFILE))).toMatchObject({ profileId: PROFILE })
    host.core.setScreenLocked(false)
    expect(await give()).toBe('CANARY-token')
  })
})
