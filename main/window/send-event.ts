/** The only way for the main process to say something to the window: an event of the contract, with what belongs to it. */
import type { WebContents } from 'electron'
import { shownAll } from '../../app/base/outside-text.ts'
import type { EventName, Events } from '../../app/contract/channels.ts'

/** Nothing, while there is no window. */
export function sendEvent<N extends EventName>(
  contents: Pick<WebContents, 'send'> | undefined,
  name: N,
  payload: Events[N],
): void {
  contents?.send(name, shownAll(payload))
}
