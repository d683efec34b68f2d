// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDemo } from '../../renderer/demo.tsx'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('lets a sign-in succeed by itself, and the login is well again', async () => {
  const demo = createDemo(Date.now())
  const steps: string[] = []
  demo.on('login', ({ step }) => void steps.push(step.kind))
  await demo.request('login:start', { profileId: 'anthropic-ops' })
  await vi.advanceTimersByTimeAsync(5_000)
  expect(steps).toEqual(['browser', 'done'])
  const reply = await demo.request('overview:get')
  const login = reply.ok && reply.value.profiles.find(({ id }) => id === 'anthropic-ops')
  expect(login).toMatchObject({ status: { kind: 'fresh' } })
})
