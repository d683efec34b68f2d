/** Doors of a machine that does not exist. */
import type { ProgramsView } from '../../app/contract/consumers.ts'
import type { DoorView } from '../../app/contract/doors.ts'
import { HOUR, MINUTE } from '../format/time.ts'
import { asker, hours } from './sample-programs.ts'

const login = 'openai-codex:ada@example.test'

/** What guests asked, too. */
export function withGuests(programs: ProgramsView, nowMs: number): ProgramsView {
  const guest = asker(nowMs, 'door builder', login, {
    byHour: hours('000000000000000000000237'),
    lastAtMs: nowMs - 4 * MINUTE,
    times: 12,
  })
  return { ...programs, askers: [...programs.askers, guest] }
}

export function sampleDoors(nowMs: number): readonly DoorView[] {
  const wish = `'{"login":"${login}"}'`
  const folder = '/home/ada/.local/state/lamplighter/doors/builder'
  return [
    {
      name: 'builder',
      asksAs: 'door builder',
      logins: [{ id: login, account: 'ada@example.test' }],
      untilMs: nowMs + 7.2 * HOUR,
      at: { socket: `${folder}/door.sock` },
      lines: [
        {
          what: 'Start the container with',
          text: `docker run --mount type=bind,source=${folder},target=/run/lamplighter IMAGE`,
        },
        {
          what: 'In there, a token comes with',
          text: `curl --unix-socket /run/lamplighter/door.sock http://door/v1/token -d ${wish}`,
        },
      ],
    },
    {
      name: 'windows-vm',
      asksAs: 'door windows-vm',
      logins: [
        { id: login, account: 'ada@example.test' },
        { id: 'acme-bot', account: 'build-bot@example.test' },
      ],
      at: { port: 9465 },
      lines: [
        {
          what: 'A token comes with',
          text: `curl http://127.0.0.1:9465/v1/token -H 'Authorization: Bearer KEY' -d ${wish}`,
        },
      ],
      trouble: {
        code: 'HOST_ABSENT',
        message: 'Nobody gets in: port 9465 cannot be opened.',
        hint: 'Another program may have it. It is tried again every half minute; or let it in anew, by another port.',
        detail: 'listen EADDRINUSE: address already in use 127.0.0.1:9465',
      },
    },
  ]
}
