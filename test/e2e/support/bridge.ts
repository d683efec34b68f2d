/** window.bridge, to be handed to page.evaluate(): what an attacker in the page would have. */
import type { JSHandle, Page } from '@playwright/test'
import type { Bridge } from '../../../app/contract/channels.ts'

export function bridgeOf(page: Page): Promise<JSHandle<Bridge>> {
  return page.evaluateHandle(() => (globalThis as unknown as { bridge: Bridge }).bridge)
}
