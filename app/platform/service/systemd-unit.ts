/** systemd.service(5), systemd.exec(5): a user unit. Pure. */
import type { ServiceCommand } from './service-command.ts'

export const UNIT_NAME = 'lamplighter.service'

/**
 * What holds for Node.js, and for the ssh, Codex and hooks that it starts. Left out:
 * - MemoryDenyWriteExecute: V8 writes the code it runs.
 * - ProtectSystem, PrivateTmp and whatever else needs a mount namespace: a user's manager makes one inside a user
 *   namespace, where root's files look like somebody else's. ssh then refuses /etc/ssh ("Bad owner or permissions"), and
 *   we could not tell root's files from another user's. Besides, no user writes outside of their own folders anyway.
 * - RestrictNamespaces, and the system calls for mounting: Codex and hooks may make sandboxes of their own.
 */
const HARDENING = [
  '# No tokens in a core dump, no more rights than we start with.',
  'LimitCORE=0',
  'NoNewPrivileges=yes',
  'RestrictSUIDSGID=yes',
  'RestrictRealtime=yes',
  'RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK',
  'LockPersonality=yes',
  'SystemCallArchitectures=native',
  'SystemCallFilter=~@clock @cpu-emulation @debug @module @obsolete @raw-io @reboot @swap',
  'SystemCallErrorNumber=EPERM',
]

export function systemdUnit({ words, env }: ServiceCommand): string {
  return systemdUnitOf({
    description: "Lamplighter keeps this user's OAuth logins alive",
    words,
    type: 'simple',
    service: [
      ...Object.entries(env).map(([name, value]) => `Environment=${quote(`${name}=${value}`)}`),
      'Restart=on-failure',
      'RestartSec=5',
      '# A renewal under way is stored first: its request may take 30 s.',
      'TimeoutStopSec=45',
      'KillMode=mixed',
      'UMask=0077',
      ...HARDENING,
    ],
  })
}

export interface UnitWish {
  readonly description: string
  /** What is started: absolute. */
  readonly words: readonly string[]
  readonly type: 'simple' | 'notify'
  /** The other lines of [Service]. */
  readonly service: readonly string[]
}

export function systemdUnitOf({ description, words, type, service }: UnitWish): string {
  return `${[
    '[Unit]',
    `Description=${description}`,
    '',
    '[Service]',
    `Type=${type}`,
    `ExecStart=${runnable(words)
      .map((word) => quote(word.replaceAll('$', '$$$$')))
      .join(' ')}`,
    ...service,
    '',
    '[Install]',
    'WantedBy=default.target',
  ].join('\n')}\n`
}

/**
 * systemd takes no program with a quote or a backslash in its name ("Executable name contains special characters"), and
 * undoes "$$" in its arguments only.
 */
function runnable(words: readonly string[]): readonly string[] {
  return /["'\\$]/.test(words[0] ?? '') ? ['/usr/bin/env', ...words] : words
}

/** "Quoting" and "Specifiers": C escapes inside double quotes; a percent sign would begin a specifier. */
function quote(word: string): string {
  const plain = word.replaceAll('%', '%%')
  if (/^[\w@%+=:,./$-]+$/.test(plain)) return plain
  const escaped = plain
    .replace(/[\\"]/g, '\\$&')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `"${escaped}"`
}
