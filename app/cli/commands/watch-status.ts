/** `status --watch`: the running host tells when something changes; without one, every few seconds a look of our own. */

import { AppError } from '../../base/errors.ts'
import { shown } from '../../base/outside-text.ts'
import type { OverviewView, ProfileView } from '../../contract/views.ts'
import { type AskedHost, findHost } from '../../rpc/handshake-client.ts'
import type { Io, Machinery, Screen } from '../io/command.ts'
import type { Line } from '../io/line.ts'
import { STATES_BY_URGENCY, statusLines } from '../io/status-text.ts'
import { loginLines } from './list.ts'

/** What is shown as "in 48 s" moves on although nothing happened. */
const REDRAW_MS = 1_000
/** Without a host: reading every store is cheap, and not free. */
const LOOK_EVERY_MS = 5_000

export async function watchStatus({ core, ports }: Machinery, io: Io, screen: Screen): Promise<void> {
  const stop = new AbortController()
  io.onInterrupt(() => stop.abort())
  let isStarted = false
  while (!stop.signal.aborted) {
    const host = await findHost(ports)
    if (host) {
      await follow(host)
      host.peer.close()
      continue
    }
    if (isStarted) await core.look()
    else await core.start({ schedule: false })
    isStarted = true
    draw(undefined, core.overview())
    await ports.clock.sleep(LOOK_EVERY_MS, stop.signal)
  }

  /** Until it ends, or we do. */
  async function follow(host: AskedHost): Promise<void> {
    let isThere = true
    void host.peer.closed.then(() => {
      isThere = false
    })
    try {
      let overview = await host.ask('overview', undefined)
      host.peer.on('overview', (next) => {
        overview = next as OverviewView
      })
      await host.ask('listen', { events: ['overview'] })
      while (isThere && !stop.signal.aborted) {
        draw(host, overview)
        await ports.clock.sleep(REDRAW_MS, stop.signal)
      }
    } catch (error) {
      const isGone = error instanceof AppError && error.code === 'HOST_GONE'
      if (isThere && !isGone) throw error
    }
  }

  function draw(host: AskedHost | undefined, overview: OverviewView): void {
    const nowMs = io.now()
    const lines = statusLines({ host: host?.who, overview, nowMs })
    const head = lines.map((line) => shown(line).replaceAll('\n', ' '))
    screen.draw([...head, ...listed(overview, nowMs, screen, screen.rows - 1 - head.length)])
  }
}

/** Whoever needs somebody first; what there is no room for is counted. */
function listed(overview: OverviewView, nowMs: number, screen: Screen, room: number): readonly Line[] {
  const { profiles } = overview
  if (profiles.length === 0 || room < 3) return []
  const sorted = [...profiles].sort((a, b) => urgency(a) - urgency(b) || endOf(a) - endOf(b))
  const lines = loginLines(overview, sorted, nowMs, screen)
  const fitting =
    lines.length + 1 <= room ? lines : [...lines.slice(0, room - 2), `… and ${lines.length - room + 2} more`]
  return ['', ...fitting]
}

function urgency({ status }: ProfileView): number {
  return STATES_BY_URGENCY.indexOf(status.kind)
}

function endOf({ accessExpiresAtMs = Number.MAX_SAFE_INTEGER }: ProfileView): number {
  return accessExpiresAtMs
}
