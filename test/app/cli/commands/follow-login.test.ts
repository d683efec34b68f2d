import { expect, it } from 'vitest'
import { followLogin } from '../../../../app/cli/commands/login.ts'
import type { Io } from '../../../../app/cli/io/command.ts'
import { type Line, lineText, written } from '../../../../app/cli/io/line.ts'
import type { LoginView } from '../../../../app/contract/views.ts'
import type { Core } from '../../../../app/core.ts'

const FLAGS = { json: false, noBrowser: false, help: false, version: false }
const VIEW: LoginView = {
  id: '1',
  providerId: 'acme',
  providerName: 'Acme',
  startedAtMs: 0,
  step: {
    kind: 'device',
    userCode: 'ABCD-EFGH',
    verificationUri: 'https://acme.test/device',
    verificationUriComplete: 'https://acme.test/device?user_code=ABCD-EFGH',
    expiresAtMs: 480_000,
  },
}
const DONE: LoginView = { ...VIEW, step: { kind: 'done', profileId: 'acme:ada', account: 'ada' } }

/** A sign-in with a code that ends after three seconds. */
async function follow(screen?: { readonly columns: number }) {
  const out: Line[] = []
  const notes: (string | undefined)[] = []
  let nowMs = 0
  let tick: () => void = () => undefined
  let tell: (view: LoginView) => void = () => undefined
  const core = {
    on: (_event: string, listener: typeof tell) => {
      tell = listener
      return () => undefined
    },
    logins: {
      cancel: async () => VIEW,
      async ended() {
        for (let second = 1; second <= 3; second++) {
          nowMs = second * 1_000
          tick()
        }
        tell(DONE)
        return DONE
      },
    },
  } as unknown as Core
  const io: Io = {
    out: (line) => void out.push(line),
    err: () => undefined,
    async *lines() {
      yield* [] as string[]
    },
    now: () => nowMs,
    onInterrupt: () => undefined,
    everySecond(each) {
      tick = each
      return () => {
        tick = () => notes.push('after the end')
      }
    },
    ...(screen
      ? {
          screen: {
            rows: 24,
            ...screen,
            draw: () => undefined,
            note: (line) => void notes.push(line && lineText(line)),
          },
        }
      : {}),
  }
  await followLogin(core, async () => VIEW, FLAGS, io)
  return { out, text: out.map(lineText).join('\n'), notes }
}

it('on a terminal the code is a picture too, and the time that is left is counted down', async () => {
  const { out, text, notes } = await follow({ columns: 80 })
  expect(text).toContain('ABCD-EFGH')
  expect(text).toMatch(/█▀▄|▄▀█/)
  const code = out.find((line) => lineText(line).includes('▄▄▄▄▄')) ?? ''
  expect(written(code, true)).toBe(`\u001b[97;40m${lineText(code)}\u001b[39;49m`)
  expect(notes).toContain('Waiting, 8 min 00 s left')
  expect(notes).toContain('Waiting, 7 min 57 s left')
  expect(notes.at(-1)).toBeUndefined()
  expect(text).toContain('Signed in as ada')
})

it('a code that does not fit is left out', async () => {
  expect((await follow({ columns: 20 })).text).not.toContain('▄▄▄▄▄')
})

it('behind a pipe the words say how long it is good', async () => {
  const { text, notes } = await follow()
  expect(text).toContain('It is good for 8 min.')
  expect(text).not.toContain('▄')
  expect(notes).toEqual([])
})
