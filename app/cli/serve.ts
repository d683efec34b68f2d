import { AppError } from '../errors.ts'
import { createHost } from '../host/host.ts'
import { type Machinery, type OwnCommand, printJson } from './command.ts'
import { inWords } from './duration.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

export const serve: OwnCommand = {
  name: 'serve',
  usage: 'serve [--install | --uninstall]',
  summary: 'keeps the logins alive without a screen, until it is ended; --install starts it with the session',
  words: { min: 0, max: 0 },
  async own(machinery, _words, flags, io) {
    if (flags.install || flags.uninstall) return arrange(machinery, flags.install, io.out)
    const { core, ports } = machinery
    const host = createHost(core, ports, ports.process.label)
    const ended = new Promise<void>((resolve) => io.onInterrupt(resolve))
    await core.start({ schedule: true })
    await host.start()
    if (flags.json) printJson(io, { ready: true, listening: host.listening })
    else io.out(readyLine(machinery, host.listening))
    await ended
    await host.close()
    return EXIT.ok
  },
}

function readyLine({ core, ports }: Machinery, isListening: boolean): string {
  const { profiles, scheduler } = core.overview()
  const logins = `${profiles.length} ${profiles.length === 1 ? 'login' : 'logins'}`
  const next = scheduler.next
  const plan = !scheduler.running
    ? 'another Lamplighter on this machine refreshes them'
    : next
      ? `the next refresh is ${next.profileId} in ${inWords(Math.max(0, next.atMs - ports.clock.now()))}`
      : 'no refresh is planned'
  const asked = isListening ? '' : '; another Lamplighter answers the socket'
  return `Lamplighter serves ${logins}: ${plan}${asked}.`
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
