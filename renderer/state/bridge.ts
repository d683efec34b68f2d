/** window.bridge, typed; and requests that never throw: a broken channel becomes a Failure like any other. */
import type { Bridge, RequestName, Requests } from '../../app/contract/channels.ts'
import type { Reply } from '../../app/contract/failure.ts'
import { t } from '../../app/words/t.ts'

declare global {
  interface Window {
    readonly bridge?: Bridge
  }
}

export async function ask<N extends RequestName>(
  bridge: Bridge,
  name: N,
  ...args: Parameters<Requests[N]>
): Promise<Reply<ReturnType<Requests[N]>>> {
  try {
    return await bridge.request(name, ...args)
  } catch (error) {
    return {
      ok: false,
      failure: {
        code: 'INTERNAL',
        message: t('The window could not reach Lamplighter.'),
        hint: t('Close this window and open it again from the tray.'),
        detail: `${name}: ${error instanceof Error ? error.message : String(error)}`,
      },
    }
  }
}
