import { loginLabel } from '../../features/metrics/login-label.ts'
import { ownCommand, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'
import { table } from '../io/table.ts'
import { lookOnce } from './look-once.ts'

export const metrics = ownCommand({
  name: 'metrics',
  usage: 'metrics [{names}] [{json}]',
  summary: 'the logins as a monitoring system reads them, once; --names tells which label is which login',
  examples: ['metrics', 'metrics --names'],
  words: { min: 0, max: 0 },
  flags: { names: { type: 'boolean', help: 'label and login, for people' } },
  async own(machinery, _words, flags, io) {
    const { overview, nowMs } = await lookOnce(machinery, io)
    const labelOf = (id: string): string => loginLabel(machinery.ports.random, id)
    if (flags.names || flags.json) {
      const names = overview.profiles.map(({ id }) => ({ label: labelOf(id), login: id }))
      if (flags.json) printJson(io, { names })
      else for (const line of table(names.map(({ label, login }) => [label, login]))) io.out(line)
      return EXIT.ok
    }
    const { createMetrics } = await import('../../features/metrics/metrics.ts')
    const text = await createMetrics(labelOf).text({ ...overview, atMs: nowMs })
    for (const line of text.trimEnd().split('\n')) io.out(line)
    return EXIT.ok
  },
})
