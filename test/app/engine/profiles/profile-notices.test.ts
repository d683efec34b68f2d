import { beforeEach, expect, it } from 'vitest'
import type { CoreEvents } from '../../../../app/base/core-events.ts'
import { EventBus } from '../../../../app/base/event-bus.ts'
import { ProfileNotices } from '../../../../app/engine/profiles/profile-notices.ts'
import { FakeLog } from '../../../fakes/log.ts'

const CUT = { code: 'MOVE_UNFINISHED', message: 'It was cut.' }
const OLD = { code: 'OLD', message: 'It is old.' }

let notices: ProfileNotices
let changes: number

beforeEach(() => {
  const bus = new EventBus<CoreEvents>(new FakeLog())
  notices = new ProfileNotices(bus)
  changes = 0
  bus.on('changed', () => changes++)
})

it('says what every source has to say of a profile', () => {
  notices.put('moves', new Map([['acme:ada', [CUT]]]))
  notices.put('keys', new Map([['acme:ada', [OLD]]]))
  expect(notices.of('acme:ada')).toEqual([CUT, OLD])
  expect(notices.of('acme:bob')).toEqual([])
})

it('forgets what a source says no longer', () => {
  notices.put('moves', new Map([['acme:ada', [CUT]]]))
  notices.put('moves', new Map([['acme:bob', [CUT]]]))
  expect(notices.of('acme:ada')).toEqual([])
  expect(notices.of('acme:bob')).toEqual([CUT])
})

it('tells of a change, and of nothing else', () => {
  notices.put('moves', new Map())
  expect(changes).toBe(0)
  notices.put('moves', new Map([['acme:ada', [CUT]]]))
  notices.put('moves', new Map([['acme:ada', [CUT]]]))
  expect(changes).toBe(1)
  notices.put('moves', new Map())
  expect(changes).toBe(2)
})
