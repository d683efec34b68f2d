/** Without Lamplighter on the other machine: the known files, read in place over ssh. Nothing is written there. */

import { AppError } from '../../../base/errors.ts'
import { folderOf, nameOf } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import { isUsable } from '../../../model/expiry.ts'
import type { Profile } from '../../../model/profile.ts'
import { labelOf } from '../../../model/profile-view.ts'
import type { Provider } from '../../../model/provider.ts'
import { parseStore } from '../../../stores/openclaw/format.ts'
import type { AgentFile } from '../../transfer/import/read-folder.ts'
import { type Source, sourceOfAgents } from '../../transfer/import/read-source.ts'
import type { NodeLogin } from '../connection/protocol.ts'
import { inPosixShell } from '../connection/remote-command.ts'
import { failureOf } from '../connection/ssh-errors.ts'
import { whyNot } from './inventory.ts'

export const LIMITS =
  'Lamplighter is not installed there, so OpenClaw’s files were read in place. They can be copied, or signed in anew here. A move or a loan needs somebody there who gives the refresh token up, or can be asked again: install Lamplighter there.'

const MARK_BYTES = 12
const MOST_BYTES = 64 * 1024 * 1024
const WITHIN_MS = 60_000

export interface FilesDeps {
  readonly ports: Pick<Ports, 'clock' | 'random' | 'ssh'>
  readonly findProvider: (name: string) => Provider | undefined
  /** Our journal knows the refresh token as used up. */
  readonly isSpent: (fingerprint: string) => Promise<boolean>
}

/** @throws AppError NODE_UNREACHABLE, NODE_LACKS */
export async function readFilesThere(parts: FilesDeps, destination: string): Promise<Source> {
  const mark = parts.ports.random.token(MARK_BYTES)
  const texts = await runThere(parts, destination, inPosixShell(listing(mark)), mark)
  const found = [...texts].map(([path, text]): AgentFile => {
    const agent = nameOf(folderOf(folderOf(path)))
    const place = { agent: agent.startsWith('.') ? 'main' : agent, path }
    const store = parseStore(text)
    if (store) return { ...place, store }
    return { ...place, problem: { code: 'IMPORT_UNREADABLE', message: `${path} is not understood.` } }
  })
  return sourceOfAgents(parts, found, destination)
}

/** For any POSIX shell: each file between two marks that nobody can have put into one. */
function listing(mark: string): string {
  return [
    'for d in "$OPENCLAW_STATE_DIR" "$HOME/.openclaw" "$HOME/.clawdbot" "$HOME/.moltbot"; do',
    'if [ -z "$d" ]; then continue; fi;',
    'for f in "$d"/agent/auth-profiles.json "$d"/agents/*/agent/auth-profiles.json; do',
    `if [ -f "$f" ] && [ -r "$f" ]; then echo "${mark} $f"; cat -- "$f"; echo; fi;`,
    'done; done;',
    `echo "${mark}"`,
  ].join(' ')
}

async function runThere(
  { ports }: FilesDeps,
  destination: string,
  command: string,
  mark: string,
): Promise<ReadonlyMap<string, string>> {
  const wire = ports.ssh.open(destination, command)
  const texts = new Map<string, string>()
  let path: string | undefined
  let lines: string[] = []
  let bytes = 0
  let isWhole = false
  wire.onLine((line) => {
    bytes += line.length
    if (bytes > MOST_BYTES) return void wire.close()
    if (!line.startsWith(mark)) return void lines.push(line)
    if (path !== undefined) texts.set(path, lines.join('\n'))
    path = line.slice(mark.length + 1) || undefined
    lines = []
    isWhole = path === undefined
  })
  const ended = new AbortController()
  void ports.clock.sleep(WITHIN_MS, ended.signal).then(() => wire.close())
  const end = await wire.closed
  ended.abort()
  if (isWhole) return texts
  if (end.code !== undefined && end.code !== 255) {
    throw new AppError('NODE_LACKS', `The files on ${destination} could not be read.`, {
      ...(end.why === undefined ? {} : { cause: end.why }),
      hint: 'It may have no POSIX shell. Install Lamplighter there.',
    })
  }
  throw failureOf(destination, end)
}

export function loginsOf(
  parts: Pick<FilesDeps, 'findProvider'> & { readonly ports: Pick<Ports, 'clock' | 'random'> },
  source: Source,
): readonly NodeLogin[] {
  return source.logins.map((profile) => loginOf(parts, profile))
}

function loginOf(
  {
    ports,
    findProvider,
  }: Pick<FilesDeps, 'findProvider'> & { readonly ports: Pick<Ports, 'clock' | 'random'> },
  profile: Profile,
): NodeLogin {
  const { current, entries } = profile.grant
  const { credential } = current
  const provider = findProvider(profile.provider)
  const nowMs = ports.clock.now()
  const isLapsed = credential !== undefined && !isUsable(credential, nowMs)
  const why = whyNot(profile)
  const agents = entries.length
  return {
    id: profile.id,
    provider: profile.provider,
    providerName: provider?.name ?? profile.provider,
    account: profile.account,
    label: labelOf(profile),
    kind: credential?.kind ?? current.kind ?? 'oauth',
    status: credential
      ? { kind: 'held', by: 'OpenClaw', expired: isLapsed }
      : { kind: 'unknown', lookedAtMs: nowMs },
    ...(credential?.expiresAtMs === undefined ? {} : { accessExpiresAtMs: credential.expiresAtMs }),
    whereLine: agents === 1 ? current.holder.label : `OpenClaw · ${agents} agents`,
    names: [...new Set(entries.map(({ holder }) => holder.entry))],
    hasToken: credential !== undefined,
    canSpend: credential?.refreshToken !== undefined && !current.spent,
    canMove: false,
    rotation: provider?.rotation ?? 'unknown',
    ...(why === undefined ? {} : { why }),
    ...(current.fingerprint === undefined ? {} : { mark: current.fingerprint }),
    ...(credential?.accessToken
      ? { accessMark: ports.random.fingerprint(credential.accessToken.expose()) }
      : {}),
  }
}
