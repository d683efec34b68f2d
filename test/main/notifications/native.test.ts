import { describe, expect, it } from 'vitest'
import type { NoticeAction } from '../../../main/notifications/alert-text.ts'
import { digestFor } from '../../../main/notifications/alert-text.ts'
import {
  createNativeCenter,
  type NativeNotification,
  type NativeOptions,
} from '../../../main/notifications/native.ts'
import { FakeLog } from '../../fakes/log.ts'
import { needy } from '../../support/alert-steps.ts'

class FakeNotification implements NativeNotification {
  readonly options: NativeOptions
  readonly #listeners = new Map<string, (...args: never[]) => void>()
  state: 'made' | 'up' | 'closed' = 'made'

  constructor(options: NativeOptions) {
    this.options = options
  }

  on(event: string, listener: (...args: never[]) => void): void {
    this.#listeners.set(event, listener)
  }

  emit(event: string, ...args: unknown[]): void {
    this.#listeners.get(event)?.(...(args as never[]))
  }

  show(): void {
    this.state = 'up'
  }

  close(): void {
    this.state = 'closed'
    this.emit('close')
  }
}

const LOGIN = {
  title: 'ada needs you',
  body: 'Sign in.',
  urgency: 'normal',
  passing: false,
  click: { kind: 'open', profileId: 'ada' },
  login: { kind: 'login', profileId: 'ada' },
} as const

function desktop(platform: NodeJS.Platform, supported = true) {
  const made: FakeNotification[] = []
  const acts: NoticeAction[] = []
  const log = new FakeLog()
  const board = createNativeCenter({
    isSupported: () => supported,
    make: (options) => {
      const one = new FakeNotification(options)
      made.push(one)
      return one
    },
    platform,
    icon: '/icon.png',
    act: (action) => acts.push(action),
    log,
  })
  return { board, made, acts, log }
}

describe('createNativeBoard', () => {
  it('has a button on macOS, which signs in', async () => {
    const { board, made, acts } = desktop('darwin')
    await board.show('profile ada', LOGIN)
    expect(made[0]?.options.actions).toEqual([{ type: 'button', text: 'Sign in' }])
    made[0]?.emit('action', {}, 0)
    expect(acts).toEqual([LOGIN.login])
    expect(board.isUp('profile ada')).toBe(false)
  })

  it('opens on a click on Windows, without a button', async () => {
    const { board, made, acts } = desktop('win32')
    await board.show('profile ada', LOGIN)
    expect(made[0]?.options).not.toHaveProperty('actions')
    made[0]?.emit('click')
    expect(acts).toEqual([LOGIN.click])
  })

  it('has no button where there is nothing to sign in to', async () => {
    const { board, made } = desktop('darwin')
    await board.show('digest', digestFor([needy()], 'normal'))
    expect(made[0]?.options).not.toHaveProperty('actions')
  })

  it('replaces what stands in the slot, and does not mistake the old one closing for the new one', async () => {
    const { board, made } = desktop('win32')
    await board.show('profile ada', LOGIN)
    await board.show('profile ada', LOGIN)
    expect(made.map(({ state }) => state)).toEqual(['closed', 'up'])
    made[0]?.emit('close')
    expect(board.isUp('profile ada')).toBe(true)
    await board.stop()
    expect(made[1]?.state).toBe('closed')
  })

  it('says once that there are none here', async () => {
    const { board, log } = desktop('win32', false)
    expect(await board.show('a', LOGIN)).toBe(false)
    expect(await board.show('a', LOGIN)).toBe(false)
    expect(log.warnings).toHaveLength(1)
  })
})
