/** An XDG autostart file: Desktop Entry Specification and Desktop Application Autostart Specification 0.5. Pure. */
import type { AutostartState, StartCommand } from './autostart.ts'

export function desktopEntry(command: StartCommand, icon: string): string {
  return `${[
    '[Desktop Entry]',
    'Type=Application',
    'Name=Lamplighter',
    'Comment=Keeps every OAuth login on this machine alive',
    `Exec=${execLine(command)}`,
    `Icon=${escapeString(icon)}`,
    'Terminal=false',
    'Categories=Utility;',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ].join('\n')}\n`
}

/** Desktops switch an entry off in one of two ways, and keep the file. */
export function stateIn(text: string): AutostartState {
  const hidden = valueIn(text, 'Hidden')?.toLowerCase() === 'true'
  const disabled = valueIn(text, 'X-GNOME-Autostart-enabled')?.toLowerCase() === 'false'
  return hidden || disabled ? 'turned-off' : 'on'
}

/** What the entry starts, as it stands in the file. */
export function execIn(text: string): string | undefined {
  return valueIn(text, 'Exec')
}

/** The Exec key: arguments quoted, then the string escaped, as the two chapters of the specification say. */
export function execLine({ program, args, env }: StartCommand): string {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`)
  const words = [...(variables.length > 0 ? ['env', ...variables] : []), program, ...args]
  return escapeString(words.map(quote).join(' '))
}

/** A word with anything but these is quoted; `%` would otherwise be a field code. */
function quote(word: string): string {
  const plain = word.replaceAll('%', '%%')
  if (/^[\w@%+=:,./-]+$/.test(plain)) return plain
  return `"${plain.replace(/["`$\\]/g, '\\$&')}"`
}

/** Values of type string: a backslash and what cannot stand in a line. */
function escapeString(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
}

/** Of the group [Desktop Entry] alone: actions have groups of their own. */
function valueIn(text: string, key: string): string | undefined {
  let inside = false
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) inside = line.trim() === '[Desktop Entry]'
    const equals = line.indexOf('=')
    if (inside && equals > 0 && line.slice(0, equals).trim() === key) return line.slice(equals + 1).trim()
  }
  return undefined
}
