/** `lamplighter pause` and `resume`: what is asked for still happens. A running host sees it in the state folder. */
import { findHost } from '../../rpc/handshake-client.ts'
import { type Io, isoOrNull, type Machinery, ownCommand, printJson } from '../io/command.ts'
import { inWords, parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import { localTime } from '../io/local-time.ts'

export const pause = ownCommand({
  name: 'pause',
  usage: 'pause [{for}] [{json}]',
  summary: 'renews nothing ahead of time, for a while or until "resume"; what is asked for still happens',
  examples: ['pause --for 1h', 'pause'],
  words: { min: 0, max: 0 },
  flags: {
    for: { type: 'string', value: '1h', help: 'how long; until "resume" where it is left out' },
  },
  async own(machinery, _words, flags, io) {
    const forMs = flags.for === undefined ? undefined : parseDuration(flags.for)
    const untilMs = forMs === undefined ? undefined : io.now() + forMs
    await machinery.core.pause(untilMs)
    if (flags.json) printJson(io, { paused: { until: isoOrNull(untilMs) } })
    else {
      const until =
        untilMs === undefined
          ? 'until: lamplighter resume'
          : `until ${localTime(untilMs)} (${inWords(forMs ?? 0)})`
      io.out(`Renewing ahead of time is paused ${until}.`)
      await sayWhoRuns(machinery, io)
    }
    return EXIT.ok
  },
})

export const resume = ownCommand({
  name: 'resume',
  usage: 'resume [{json}]',
  summary: 'ends a pause',
  examples: ['resume'],
  words: { min: 0, max: 0 },
  flags: {},
  async own(machinery, _words, flags, io) {
    await machinery.core.resume()
    if (flags.json) printJson(io, { paused: null })
    else {
      io.out('Logins are renewed ahead of time again.')
      await sayWhoRuns(machinery, io)
    }
    return EXIT.ok
  },
})

/** Nobody shall wait for what only a running Lamplighter does. */
async function sayWhoRuns({ ports }: Machinery, io: Io): Promise<void> {
  const host = await findHost(ports)
  if (!host) io.out('Lamplighter is not running now; it holds from its next start on.')
  host?.peer.close()
}
