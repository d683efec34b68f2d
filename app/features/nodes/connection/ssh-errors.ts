/** What ssh said last, as what a person can do about it. The words are OpenSSH's, in English whatever the locale. Pure. */
import { AppError } from '../../../base/errors.ts'
import { redact } from '../../../model/redact.ts'

interface Meaning {
  readonly says: RegExp
  readonly message: (destination: string) => string
  readonly hint: (destination: string) => string
}

const once = (destination: string): string => `Run \`ssh ${destination}\` once in a terminal.`

const MEANINGS: readonly Meaning[] = [
  {
    says: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key for .* has changed/i,
    message: (to) => `The host key of ${to} is not the one your ssh knows. Nothing was sent there.`,
    hint: (to) =>
      `If the machine was installed anew, compare its key, remove the old one with ssh-keygen -R, and run \`ssh ${to}\` once in a terminal. If it was not, somebody may be in between.`,
  },
  {
    says: /Host key verification failed|No .* host key is known/i,
    message: (to) => `Your ssh does not know the host key of ${to} yet.`,
    hint: (to) => `${once(to)} It shows the key and asks whether it is the right one.`,
  },
  {
    says: /Permission denied|Too many authentication failures|No supported authentication/i,
    message: (to) => `${to} does not let your ssh in without asking.`,
    hint: (to) =>
      `${once(to)} If it asks for a password or a passphrase, add a key to your ssh agent: Lamplighter types nothing.`,
  },
  {
    says: /Could not resolve hostname|Name or service not known|nodename nor servname|Temporary failure in name resolution|No such host is known/i,
    message: (to) => `There is no machine called ${to}.`,
    hint: (to) => `Check the name and the network. ${once(to)}`,
  },
  {
    says: /timed? ?out|not responding|Connection to .* closed by remote host|Broken pipe|Connection reset/i,
    message: (to) => `${to} does not answer.`,
    hint: (to) => `It may be asleep, off, or behind a network you are not in. ${once(to)}`,
  },
  {
    says: /Connection refused/i,
    message: (to) => `${to} takes no ssh connections.`,
    hint: () => 'Its ssh server may not be running, or listens on another port.',
  },
  {
    says: /No route to host|Network is unreachable|Host is down/i,
    message: (to) => `There is no way to ${to} from here just now.`,
    hint: () => 'Check the network, or the VPN that leads there.',
  },
  {
    says: /: ENOENT$/,
    message: () => 'There is no ssh program on this machine.',
    hint: () => 'Install the OpenSSH client, or name another program in LAMPLIGHTER_SSH.',
  },
]

/** The remote script's own word for: no Lamplighter here. */
export const ABSENT = 'lamplighter-is-not-here'

export interface SshEnd {
  readonly code?: number
  readonly why?: string
}

export function isAbsent({ why = '' }: SshEnd): boolean {
  return why.includes(ABSENT)
}

/** @returns NODE_UNREACHABLE for what ssh itself says (255), NODE_LACKS for what was started there and ended */
export function failureOf(destination: string, { code, why = '' }: SshEnd): AppError {
  const options = why === '' ? {} : { cause: redact(why) } // what is printed there, nobody has looked through
  const startedThere = code !== undefined && code !== 255
  if (startedThere) {
    const node = /node['’]?: No such file|node: not found|command not found: node/i.test(why)
    return new AppError('NODE_LACKS', `Lamplighter on ${destination} could not be started.`, {
      ...options,
      hint: node
        ? 'It is there, and Node.js is not on the PATH of a session without a terminal. Say how to start it: "command" of this machine in config.json.'
        : 'It may be an older one that does not answer other machines: update it. "command" of this machine in config.json says how to start another.',
    })
  }
  const meaning = MEANINGS.find(({ says }) => says.test(why))
  return new AppError(
    'NODE_UNREACHABLE',
    meaning?.message(destination) ?? `${destination} could not be reached.`,
    {
      ...options,
      hint: meaning?.hint(destination) ?? once(destination),
    },
  )
}
