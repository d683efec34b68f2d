/** How a guest asks at a door, as lines for a terminal. Pure. */
import { folderOf } from '../../base/path.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { DoorView } from '../../contract/doors.ts'
import type { Door } from './door-file.ts'

/** Where a container has the folder. */
const MOUNTED_AT = '/run/lamplighter'

export function doorLines({ at, logins: [login = ''] }: Door, key = 'KEY'): DoorView['lines'] {
  const wish = shellWord(JSON.stringify({ login }))
  if ('socket' in at) {
    const mount = `type=bind,source=${folderOf(at.socket)},target=${MOUNTED_AT}`
    return [
      { what: 'Start the container with', text: `docker run --mount ${shellWord(mount)} IMAGE` },
      {
        what: 'In there, a token comes with',
        text: `curl --unix-socket ${MOUNTED_AT}/door.sock http://door/v1/token -d ${wish}`,
      },
    ]
  }
  const header = shellWord(`Authorization: Bearer ${key}`)
  return [
    {
      what: 'A token comes with',
      text: `curl http://127.0.0.1:${at.port}/v1/token -H ${header} -d ${wish}`,
    },
  ]
}
