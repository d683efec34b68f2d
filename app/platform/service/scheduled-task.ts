/** What a person types on Windows: schtasks, whose /TR is one text with its own quotes inside. Pure. */
import type { ServiceCommand } from './service-command.ts'

const TASK = 'Lamplighter serve'

export function scheduledTask({ words }: ServiceCommand): {
  readonly create: string
  readonly remove: string
} {
  const command = words.map((word) => (/\s/.test(word) ? `\\"${word}\\"` : word)).join(' ')
  return {
    create: `schtasks /Create /SC ONLOGON /TN "${TASK}" /TR "${command}"`,
    remove: `schtasks /Delete /TN "${TASK}"`,
  }
}
