/** The programs that are known, with what was found of each: files, logins, and the program itself. */
import type { ProgramView } from '../../contract/views.ts'
import { programsOf } from '../../engine/profiles/programs.ts'
import { PROGRAM_COMMANDS } from '../../stores/program-commands.ts'
import { ADAPTERS } from '../../stores/registry.ts'
import type { CredentialStore } from '../../stores/store.ts'
import { installed } from './installed.ts'

type Deps = Parameters<typeof installed>[0]
type Stores = readonly Pick<CredentialStore, 'id' | 'owner' | 'lookedAt' | 'writing' | 'delegation'>[]

/**
 * Only those whose files are here are looked for: whoever never used a program is not told of it.
 * @param decided what the person said of keeping alive, by the program's id
 */
export async function programsHere(
  ports: Deps,
  decided: Readonly<Record<string, boolean>>,
  stores: Stores,
  snapshot: Parameters<typeof programsOf>[1],
): Promise<readonly ProgramView[]> {
  const choice = (id: string): Pick<ProgramView, 'keptAlive'> => {
    const store = stores.find((one) => one.id === id)
    const isChoice = id in PROGRAM_COMMANDS && (store?.writing ?? store?.delegation) !== undefined
    return isChoice ? { keptAlive: decided[id] ?? !ASKED_ON_WISH.includes(id) } : {}
  }
  return Promise.all(
    programsOf(stores, snapshot).map(async (found) => {
      const program = { ...found, ...choice(found.id) }
      const command = PROGRAM_COMMANDS[program.id]
      if (!command || !program.places.some(({ present }) => present)) return program
      const here = await installed(ports, command)
      return { ...program, installed: here ?? false }
    }),
  )
}

const ASKED_ON_WISH = ADAPTERS.filter(({ asksOnWish }) => asksOnWish).map(({ id }) => id)
