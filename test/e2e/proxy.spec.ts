/** The desktop's own proxy setting, which a program started from a menu knows nothing of by its environment. */
import { startProxy } from '../fakes/proxy.ts'
import { bridgeOf } from './support/bridge.ts'
import { expect, test } from './support/test.ts'

test('requests go through the proxy that the desktop names, and say so when it refuses', async ({
  start,
}) => {
  const proxy = await startProxy({ answer: 'HTTP/1.1 403 Forbidden\r\n\r\n' })
  try {
    const lamplighter = await start({ args: [`--proxy-server=http://127.0.0.1:${proxy.port}`] })
    const window = await lamplighter.window()
    const adding = window.evaluate(
      (bridge) =>
        bridge.request('provider:add', { id: 'far', issuer: 'https://login.example.test', clientId: 'c' }),
      await bridgeOf(window),
    )
    expect(await adding).toMatchObject({
      ok: false,
      failure: {
        code: 'PROVIDER_UNREACHABLE',
        detail: `login.example.test:443 through the proxy 127.0.0.1:${proxy.port}: it answered 403`,
      },
    })
    expect(proxy.asked).toContain('CONNECT login.example.test:443')
    expect(proxy.asked.join()).not.toContain('127.0.0.1') // the demo's provider, on this machine, is not asked for there
  } finally {
    proxy.close()
  }
})
