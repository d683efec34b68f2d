/** The fleet of this machine, as a monitoring system reads it. Machines are told by fingerprints, too. */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { FleetMetricsView } from '../../contract/fleet.ts'

export interface FleetGauges {
  /** @param fleet absent: this machine is of none, and nothing is shown */
  set(atMs: number, fleet: FleetMetricsView | undefined): void
}

export function createFleetGauges(registry: Registry, labelOf: (node: string) => string): FleetGauges {
  const registers = [registry]
  const about = (name: string, help: string, ...labelNames: readonly string[]) => ({
    ...{ name: `lamplighter_fleet_${name}`, help, labelNames: [...labelNames], registers },
  })
  const logins = new Gauge(about('logins', 'Logins that the fleet shares, and that have not ended.'))
  const contact = new Gauge(about('contact_age_seconds', 'Since the register was last heard of.'))
  const seen = new Gauge(
    about('node_seen_age_seconds', 'Since a machine last said that it is there.', 'node'),
  )
  const renewals = new Counter(
    about('renewals_total', 'Renewals since the start of this process, by who did them.', 'where'),
  )
  const lost = new Counter(about('tickets_lost_total', 'Times that another machine was faster.'))

  return {
    set(atMs, fleet) {
      for (const one of [logins, contact, seen, renewals, lost]) one.reset()
      if (!fleet) return
      const { contactMs, nodes, renewedHere, renewedElsewhere, ticketsLost } = fleet
      logins.set(fleet.logins)
      if (contactMs !== undefined) contact.set((atMs - contactMs) / 1000)
      for (const { id, seenMs } of nodes)
        if (seenMs !== undefined) seen.set({ node: labelOf(id) }, (atMs - seenMs) / 1000)
      renewals.inc({ where: 'here' }, renewedHere)
      renewals.inc({ where: 'elsewhere' }, renewedElsewhere)
      lost.inc(ticketsLost)
    },
  }
}
