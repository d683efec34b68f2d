/**
 * What a monitoring system reads: gauges of the logins as they are, counters of what was done since the start of this
 * process. A login is told by a fingerprint of its id, so that no account name leaves the machine. Prometheus' text
 * format, which the collector of OpenTelemetry reads as well.
 */
import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { VERSION } from '../../base/version.ts'
import type { FleetMetricsView } from '../../contract/fleet.ts'
import type { HistoryEventView, OverviewView } from '../../contract/views.ts'
import { createFleetGauges, type FleetGauges } from './fleet-gauges.ts'

export interface Metrics {
  /** Text of the `type` below. */
  text(overview: OverviewView, fleet?: FleetMetricsView): Promise<string>
  readonly type: string
  hear(event: HistoryEventView): void
}

/** Seconds. A provider answers in a fifth of one to some; ours gives up after thirty. */
const LATENCIES = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30]

/** Kinds of the history that are the outcome of a refresh. */
const OUTCOMES = new Set(['refreshed', 'adopted', 'superseded', 'retrying', 'rejected', 'failed'])

/** @param labelOf a profile's id without whose it is; see loginLabel() @param nodeLabelOf the same of a machine of the fleet */
export function createMetrics(
  labelOf: (profileId: string) => string,
  nodeLabelOf: (node: string) => string = labelOf,
): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const named = ['login', 'provider'] as const
  const gauge = <const L extends readonly string[]>(name: string, help: string, labelNames: L) =>
    new Gauge({ name: `lamplighter_${name}`, help, labelNames: [...labelNames], registers })

  const left = gauge('token_seconds_left', 'Until the access token lapses; below zero: since.', named)
  const grantLeft = gauge('login_seconds_left', 'Until a person has to sign in again.', named)
  const state = gauge('login_state', '1 for the state that the login is in.', [...named, 'state'])
  const needy = gauge('logins_needing_person', 'Logins that only a sign-in brings back.', [])
  const waiting = gauge('consumers_waiting', 'Programs that wait for a token.', ['provider'])
  const running = gauge('scheduler_running', '1 where this process refreshes ahead of time.', [])
  const build = gauge('build_info', 'Its version.', ['version'])
  const refreshes = new Counter({
    name: 'lamplighter_refreshes_total',
    help: 'Refreshes of this process since its start, by what came of them.',
    labelNames: ['provider', 'outcome'],
    registers,
  })
  const latency = new Histogram({
    name: 'lamplighter_refresh_duration_seconds',
    help: 'From the question to the stored answer.',
    labelNames: ['provider'],
    buckets: LATENCIES,
    registers,
  })

  let fleet: FleetGauges | undefined // nothing of it where there is none

  return {
    type: registry.contentType,
    hear({ kind, providerId, durationMs }) {
      if (!OUTCOMES.has(kind)) return
      refreshes.inc({ provider: providerId, outcome: kind })
      if (durationMs !== undefined) latency.observe({ provider: providerId }, durationMs / 1000)
    },
    async text({ atMs, profiles, queue = [], scheduler }, its) {
      if (its) fleet ??= createFleetGauges(registry, nodeLabelOf)
      fleet?.set(atMs, its)
      for (const one of [left, grantLeft, state, waiting]) one.reset()
      for (const { id, providerId: provider, status, accessExpiresAtMs, grantExpiresAtMs } of profiles) {
        const labels = { login: labelOf(id), provider }
        if (accessExpiresAtMs !== undefined) left.set(labels, (accessExpiresAtMs - atMs) / 1000)
        if (grantExpiresAtMs !== undefined) grantLeft.set(labels, (grantExpiresAtMs - atMs) / 1000)
        state.set({ ...labels, state: status.kind }, 1)
      }
      needy.set(profiles.filter(({ status }) => status.kind === 'needs-login').length)
      for (const { providerId } of queue) waiting.inc({ provider: providerId })
      running.set(scheduler.running ? 1 : 0)
      build.set({ version: VERSION }, 1)
      return registry.metrics()
    },
  }
}
