import { AppError } from '../../base/errors.ts'
import type { OverviewView } from '../../contract/views.ts'
import { createHost, type Host } from '../../host/host.ts'
import { type Machinery, ownCommand, printJson } from '../io/command.ts'
import { inWords } from '../io/duration.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'

export const serve = ownCommand({
  name: 'serve',
  usage: 'serve [{install} | {uninstall}]',
  summary: 'keeps the logins alive without a screen, until it is ended; --install starts it with the session',
  examples: ['serve', 'serve --install'],
  words: { min: 0, max: 0 },
  flags: {
    install: { type: 'boolean', help: 'starts with the session from now on' },
    uninstall: { type: 'boolean', help: 'no longer starts with the session' },
  },
  async own(machinery, _words, flags, io) {
    if (flags.install || flags.uninstall) return arrange(machinery, flags.install, io.out)
    const { core, ports } = machinery
    const host = createHost(core, ports, ports.process.label)
    const ended = new Promise<void>((resolve) => io.onInterrupt(resolve))
    await core.start({ schedule: true, untilWelcomed: true })
    if (!core.settings().welcomed) {
      for (const line of firstRun(core.overview())) io.err(line)
      await core.changeSettings({ welcomed: true }) // to start it is to begin: nobody sits at a window here
    }
    for (const { message, hint } of core.overview().problems)
      io.err([message, hint].filter(Boolean).join(' '))
    await host.start()
    const { listening, trouble } = host
    if (flags.json) printJson(io, { ready: true, listening, ...(trouble ? { trouble } : {}) })
    else io.out(readyLine(machinery, host))
    await ended
    await host.close()
    return EXIT.ok
  },
})

/** Before anything is done: what will be, from now on. */
function firstRun({ profiles, places }: OverviewView): readonly string[] {
  const kept = profiles.filter(({ can, owner }) => can.refresh && owner.mode !== 'watched').length
  const unknown = profiles.filter(({ status }) => status.kind === 'unknown').length
  const counted = (n: number): string => (n === 1 ? '1 login' : `${n} logins`)
  const where = places.filter(({ present }) => present).map(({ label, path }) => `${label} (${path})`)
  return [
    `First run. Lamplighter found ${counted(profiles.length)}${where.length > 0 ? ` in ${where.join(', ')}` : ''}.`,
    `From now on it keeps ${counted(kept)} alive: renewed shortly before the end, in the files they stand in and under their owners’ locks. It hands tokens to programs of yours that ask.`,
    ...(unknown > 0
      ? [`It cannot read ${unknown === 1 ? '1 of them' : `${unknown} of them`}: lamplighter list says why.`]
      : []),
    'It sends nothing to anyone but the provider a login belongs to. To keep from it for a while: end this, or lamplighter pause.',
  ]
}

function readyLine({ core, ports }: Machinery, { listening, trouble }: Host): string {
  const { profiles, scheduler } = core.overview()
  const logins = `${profiles.length} ${profiles.length === 1 ? 'login' : 'logins'}`
  const next = scheduler.next
  const plan = !scheduler.running
    ? 'another Lamplighter on this machine renews them'
    : next
      ? `the next renewal is ${next.profileId} in ${inWords(Math.max(0, next.atMs - ports.clock.now()))}`
      : 'no renewal is planned'
  const other =
    trouble === undefined ? 'another Lamplighter answers the socket' : `nobody can ask it: ${trouble}`
  return `Lamplighter serves ${logins}: ${plan}${listening ? '' : `; ${other.replace(/\.$/, '')}`}.`
}

async function arrange(
  { ports, service }: Machinery,
  isWanted: boolean,
  out: (line: string) => void,
): Promise<ExitCode> {
  if (!service) throw new AppError('AUTOSTART_UNAVAILABLE', 'Nothing can be installed from here.')
  const here = service(ports.paths.userHome)
  for (const line of await (isWanted ? here.install() : here.uninstall())) out(line)
  return EXIT.ok
}
