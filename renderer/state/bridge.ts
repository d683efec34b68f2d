/** window.bridge, typed; and requests that never throw: a broken channel becomes a Failure like any other, told in the person's language. */
import type { Bridge, RequestName, Requests } from '../../app/contract/channels.ts'
import type { Failure, Reply } from '../../app/contract/failure.ts'
import { known } from '../../app/words/known.ts'
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
    const reply = await bridge.request(name, ...args)
    return reply.ok ? reply : { ok: false, failure: inWords(reply.failure) }
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

function inWords({ message, hint, ...failure }: Failure): Failure {
  return { ...failure, message: known(message), ...(hint === undefined ? {} : { hint: known(hint) }) }
}
