import { AppError } from '../../base/errors.ts'
import { shellWord } from '../../base/shell-word.ts'
import type { ConsentView } from '../../contract/consent.ts'
import type { Core } from '../../core.ts'
import { programCalled } from '../../features/consent/consent-ask.ts'
import { command, type Io, isoOrNull, printJson } from '../io/command.ts'
import { inWords, parseDuration } from '../io/duration.ts'
import { EXIT } from '../io/exit-codes.ts'
import type { FlagsOf, GeneralFlags } from '../io/flags.ts'
import { table } from '../io/table.ts'

const FLAGS = {
  for: { type: 'string', value: '1h', help: 'how long that holds; absent: until it is taken back' },
  never: { type: 'boolean', help: 'it is given none, and nobody is asked' },
  drop: { type: 'boolean', help: 'takes the answer back: the next time somebody is asked again' },
  list: { type: 'boolean', help: 'which programs may have which tokens, and which never' },
} as const
type Flags = FlagsOf<typeof FLAGS> & GeneralFlags

export const allow = command({
  name: 'allow',
  usage: 'allow PROGRAM LOGIN [{for}] [{never}] [{drop}] | allow {list} [{json}]',
  summary:
    'lets a program have tokens of a login of which somebody wants to be asked (lamplighter settings consent)',
  examples: [
    'allow nightly-report ada@example.test --for 1h',
    'allow /usr/bin/evolution ada@example.test',
    'allow --list',
  ],
  words: { min: 0, max: 2 },
  flags: FLAGS,
  async run(core, [name, login], flags, io) {
    if (flags.list && name === undefined) await list(core, flags, io)
    else if (name !== undefined && login !== undefined) await change(core, name, login, flags, io)
    else {
      throw new AppError('ARGUMENT_INVALID', 'Say which program may use which login.', {
        hint: 'lamplighter allow PROGRAM LOGIN, with the name that Programs and the error show.',
      })
    }
    return EXIT.ok
  },
})

async function change(core: Core, name: string, called: string, flags: Flags, io: Io): Promise<void> {
  const program = programCalled(name)
  const login = core.idOf(called)
  if (flags.drop) {
    const wasThere = await core.consent.takeBack(program, login)
    if (flags.json) printJson(io, { program: name, login, dropped: wasThere })
    else
      io.out(wasThere ? `Somebody is asked about "${name}" again.` : `"${name}" had no answer for ${login}.`)
    return
  }
  const forMs = flags.for === undefined ? undefined : parseDuration(flags.for)
  await core.consent.set(program, login, !flags.never, forMs)
  if (flags.json) printJson(io, { program: name, login, allowed: !flags.never })
  else {
    const span = forMs === undefined ? '' : ` for ${inWords(forMs)}`
    io.out(`"${name}" ${flags.never ? 'gets no' : 'may have'} tokens of ${login}${span}.`)
  }
  if (!core.consent.isAskedAbout(login)) io.err(uncounted(name, login, flags))
}

/** The answer is kept, and goes by nothing: every program has tokens of that login, asked about or not. */
function uncounted(name: string, login: string, { never }: Flags): string {
  const since = `Nobody is asked about ${login}, so that counts only once somebody is: lamplighter settings consent ${shellWord(login)}`
  return never
    ? `${since}\nTo give it nothing all the same: lamplighter withhold ${shellWord(name)} ${shellWord(login)}`
    : since
}

async function list(core: Core, { json }: Flags, io: Io): Promise<void> {
  const answers = await core.consent.list()
  if (json) printJson(io, { answers: answers.map(toJson) })
  else if (answers.length === 0) io.out('No program was allowed anything, or refused it.')
  else {
    const rows = answers.map((one) => [one.program.name, one.login, inShort(one, io)])
    for (const line of table(rows)) io.out(line)
  }
}

function inShort({ isAllowed, untilMs }: ConsentView, io: Io): string {
  if (untilMs === undefined) return isAllowed ? 'always' : 'never'
  return `${isAllowed ? 'allowed' : 'refused'} for ${inWords(Math.max(0, untilMs - io.now()))}`
}

function toJson({ program, login, isAllowed, untilMs, atMs }: ConsentView): Record<string, unknown> {
  return {
    program: program.name,
    known: program.isKnown,
    login,
    allowed: isAllowed,
    until: isoOrNull(untilMs),
    at: isoOrNull(atMs),
  }
}
