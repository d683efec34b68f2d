/** Some systems give every user a group of their own, and a umask that lets it write: nobody else is in it. */
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'

let known: number | undefined

/** Is it this user's own, with nobody else in it? Groups that are not in /etc/group are not. */
export function isPrivateGroup(gid: number): boolean {
  if (gid !== process.getgid?.()) return false
  known ??= privateGroupIn(readGroups(), userInfo())
  return known === gid
}

/** group(5). Pure. @returns undefined when it has other members, or another name than the user */
export function privateGroupIn(groups: string, user: { username: string; gid: number }): number | undefined {
  const lines = groups.split('\n').map((line) => line.split(':'))
  const own = lines.filter(([, , gid]) => gid === String(user.gid))
  const isPrivate = own.every(([name, , , members = '']) => {
    const others = members.split(',').filter((one) => one !== '' && one !== user.username)
    return name === user.username && others.length === 0
  })
  return own.length > 0 && isPrivate ? user.gid : undefined
}

function readGroups(): string {
  try {
    return readFileSync('/etc/group', 'utf8')
  } catch {
    return '' // macOS keeps them elsewhere, and has no private ones
  }
}
