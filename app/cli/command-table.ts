/** Every command there is. What is read, helped with, completed and printed in the manual follows from this table. */
import { allow } from './commands/allow.ts'
import { answer } from './commands/answer.ts'
import { aws } from './commands/aws.ts'
import { check } from './commands/check.ts'
import { completionOf } from './commands/completion.ts'
import { connect } from './commands/connect.ts'
import { disconnect } from './commands/disconnect.ts'
import { doctor } from './commands/doctor.ts'
import { door } from './commands/door.ts'
import { exchange } from './commands/exchange.ts'
import { exportLogins } from './commands/export.ts'
import { fleet } from './commands/fleet.ts'
import { forget } from './commands/forget.ts'
import { helper } from './commands/helper.ts'
import { history } from './commands/history.ts'
import { importLogins } from './commands/import.ts'
import { key } from './commands/key.ts'
import { list } from './commands/list.ts'
import { locks } from './commands/locks.ts'
import { login } from './commands/login.ts'
import { logout } from './commands/logout.ts'
import { mcp } from './commands/mcp.ts'
import { metrics } from './commands/metrics.ts'
import { mute, unmute } from './commands/mute.ts'
import { node } from './commands/node.ts'
import { openclaw } from './commands/openclaw.ts'
import { pause, resume } from './commands/pause.ts'
import { programs } from './commands/programs.ts'
import { provider } from './commands/provider.ts'
import { refresh } from './commands/refresh.ts'
import { rename } from './commands/rename.ts'
import { repair } from './commands/repair.ts'
import { report401 } from './commands/report-401.ts'
import { run } from './commands/run.ts'
import { send } from './commands/send.ts'
import { serve } from './commands/serve.ts'
import { settings } from './commands/settings.ts'
import { status } from './commands/status.ts'
import { support } from './commands/support.ts'
import { takeOver } from './commands/take-over.ts'
import { token } from './commands/token.ts'
import { tryLogin } from './commands/try.ts'
import { use } from './commands/use.ts'
import { withhold } from './commands/withhold.ts'
import type { Command, OwnCommand } from './io/command.ts'
import { type FlagTable, GENERAL_FLAGS } from './io/flags.ts'

type AnyCommand = Command | OwnCommand

/** Those that end by themselves, in the order in which a person would ask for them. */
export const COMMANDS: readonly AnyCommand[] = [
  list,
  programs,
  status,
  check,
  token,
  run,
  use,
  allow,
  withhold,
  connect,
  disconnect,
  door,
  helper,
  openclaw,
  mcp,
  refresh,
  repair,
  tryLogin,
  login,
  history,
  pause,
  resume,
  mute,
  unmute,
  rename,
  logout,
  forget,
  provider,
  key,
  exportLogins,
  importLogins,
  node,
  send,
  takeOver,
  fleet,
  report401,
  locks,
  metrics,
  doctor,
  support,
  settings,
  completionOf(() => PEOPLES),
]

/** Those that go on until somebody ends them. */
const LASTING: readonly OwnCommand[] = [serve, aws, answer, exchange]

export const ALL: readonly AnyCommand[] = [...COMMANDS, ...LASTING]

/** The others are for Lamplighter itself. */
export const PEOPLES: readonly AnyCommand[] = ALL.filter((command) => !('internal' in command))

/** Every flag of every command: one name is read in one way. */
export const OPTIONS: FlagTable = Object.assign({}, ...ALL.map(({ flags }) => flags), GENERAL_FLAGS)
