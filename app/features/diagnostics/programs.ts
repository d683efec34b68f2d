/** The programs that are known, with what was found of each: files, logins, and the program itself. */
import type { ProgramView } from '../../contract/views.ts'
import { programsOf } from '../../engine/profiles/programs.ts'
import { PROGRAM_COMMANDS } from '../../stores/program-commands.ts'
import { installed } from './installed.ts'

type Deps = Parameters<typeof installed>[0]

/** Only those whose files are here are looked for: whoever never used a program is not told of it. */
export async function programsHere(
  ports: Deps,
  ...found: Parameters<typeof programsOf>
): Promise<readonly ProgramView[]> {
  return Promise.all(
    programsOf(...found).map(async (program) => {
      const command = PROGRAM_COMMANDS[program.id]
      if (!command || !program.places.some(({ present }) => present)) return program
      const here = await installed(ports, command)
      return { ...program, installed: here ?? false }
    }),
  )
}
