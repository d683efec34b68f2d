import { type Level, worstLevel } from '../../features/diagnostics/finding.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT, type ExitCode } from '../io/exit-codes.ts'

const CODES: Readonly<Record<Level, ExitCode>> = {
  ok: EXIT.ok,
  note: EXIT.ok,
  warn: EXIT.transient,
  bad: EXIT.cannot,
}

export const doctor = command({
  name: 'doctor',
  usage: 'doctor [{json}]',
  summary: 'checks files, locks, keychain, clock and network, and says what to do about each finding',
  examples: ['doctor'],
  words: { min: 0, max: 0 },
  flags: {},
  async run(core, _words, flags, io) {
    const findings = await core.doctor()
    const worst = worstLevel(findings)
    if (flags.json) printJson(io, { worst, findings })
    else {
      for (const { level, check, what, todo } of findings) {
        io.out(`${level.padEnd(4)}  ${check}: ${what}`)
        if (todo !== undefined) io.out(`      ${todo}`)
      }
    }
    return CODES[worst]
  },
})
