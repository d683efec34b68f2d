/** A request starts soon after its ticket was asked for, or not at all: after a sleep, others may have taken it over. */
import type { FleetContext } from './context.ts'

const WINDOW_MS = 10_000

export class SendWindow {
  readonly #tools: Pick<FleetContext, 'boot' | 'ports'>
  readonly #wallMs: number
  readonly #upMs: number

  /** From the first try to write the ticket on, not from its success. */
  constructor(tools: Pick<FleetContext, 'boot' | 'ports'>) {
    this.#tools = tools
    this.#wallMs = tools.ports.clock.now()
    this.#upMs = tools.boot.uptimeMs()
  }

  /** By whichever clock says that more time went by: either may have stood still, or been set. */
  get isOpen(): boolean {
    const { ports, boot } = this.#tools
    const passedMs = Math.max(ports.clock.now() - this.#wallMs, boot.uptimeMs() - this.#upMs)
    return passedMs < WINDOW_MS
  }
}
