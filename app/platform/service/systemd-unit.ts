/** systemd.service(5), systemd.exec(5): a user unit. Pure. */
import type { ServiceCommand } from './service-command.ts'

export const UNIT_NAME = 'lamplighter.service'

export function systemdUnit({ words, env }: ServiceCommand): string {
  return `${[
    '[Unit]',
    "Description=Lamplighter keeps this user's OAuth logins alive",
    '',
    '[Service]',
    'Type=simple',
    `ExecStart=${runnable(words)
      .map((word) => quote(word.replaceAll('$', '$$$$')))
      .join(' ')}`,
    ...Object.entries(env).map(([name, value]) => `Environment=${quote(`${name}=${value}`)}`),
    'Restart=on-failure',
    'RestartSec=5',
    '# A refresh under way is stored first: its request may take 30 s.',
    'TimeoutStopSec=45',
    'KillMode=mixed',
    'UMask=0077',
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
