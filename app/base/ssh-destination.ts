/** What may be handed to ssh as its destination. Pure. */
import { AppError } from './errors.ts'

const LONGEST = 255 // of a host's name, RFC 1035 §2.3.4

/**
 * As a person types it after `ssh`: an alias of their configuration, a name, user@name, ssh://user@name:port.
 * @throws AppError ARGUMENT_INVALID for what ssh would take for an option, or nobody can have meant
 */
export function checkDestination(text: string): string {
  const destination = text.trim()
  const hint =
    'Give what you would type after `ssh`: a host, user@host, or an alias of your ssh configuration.'
  if (hostIn(destination) === '' || destination.length > LONGEST) {
    throw new AppError('ARGUMENT_INVALID', 'That is not the name of a machine.', { hint })
  }
  if (/[\s\p{C}]/u.test(destination)) {
    throw new AppError('ARGUMENT_INVALID', 'The name of a machine has no spaces or control characters.', {
      hint,
    })
  }
  // ssh takes a leading dash for an option, and one option runs a command here; a user or a host begins with none.
  if (/^-|@-|\/\/-/.test(destination)) {
    throw new AppError(
      'ARGUMENT_INVALID',
      `"${destination}" begins with a dash, which ssh takes for an option.`,
      { hint },
    )
  }
  const strange = strangeIn(destination)
  if (strange !== undefined) {
    throw new AppError('ARGUMENT_INVALID', `"${strange}" cannot be part of what ssh reaches.`, {
      hint: 'Names of users and machines are made of letters, digits, dots, dashes and underscores, as in user@host.',
    })
  }
  return destination
}

/**
 * The first character that no name has: what OpenSSH refuses in either, and symbols of other writings. A letter of any
 * language may stand in an alias.
 */
function strangeIn(destination: string): string | undefined {
  const host = hostIn(destination)
  const [strange] = /[^\p{L}\p{M}\p{N}!-~]|['"`$;&<>|(){}*?!]/u.exec(destination) ?? /\\/.exec(host) ?? []
  return strange
}

function hostIn(destination: string): string {
  return destination.slice(destination.lastIndexOf('@') + 1).replace(/^ssh:\/\//, '')
}
