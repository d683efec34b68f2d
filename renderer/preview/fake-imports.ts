/** Imports without a core: a file that ends in .age wants its passphrase, anything else is read at once. */
import type { Requests } from '../../app/contract/channels.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { ImportPlanView, ImportResultView } from '../../app/contract/views.ts'
import { BUNDLE_PATH, PASSPHRASE, resultFor, samplePlan } from './sample-imports.ts'

export interface FakeImportWorld {
  /** What the system's dialog gives; undefined: cancelled. */
  readonly chosen?: string | undefined
  readonly plan?: ImportPlanView
  readonly imports?: readonly ImportResultView[]
  now(): number
}

/** An answer, as a handler of the real one would throw it. */
export class Refusal extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

type ImportRequests = Pick<
  Requests,
  'import:choose' | 'import:plan' | 'import:apply' | 'import:undo' | 'imports:get'
>

export function createFakeImports(world: FakeImportWorld): ImportRequests {
  let imports = world.imports ?? []
  const chosen = 'chosen' in world ? world.chosen : '/home/ada/Downloads/auth-profiles.json'

  function plan(path: string, passphrase?: string): ImportPlanView {
    if (path.endsWith('.age') && passphrase !== PASSPHRASE) {
      const failure = passphrase
        ? {
            message: 'That passphrase does not open the file.',
            hint: 'Check capitals and spaces, and that it is the right file.',
          }
        : { message: `${path} is protected by a passphrase.` }
      throw new Refusal({ code: 'PASSPHRASE_NEEDED', path, ...failure })
    }
    const kind = path === BUNDLE_PATH ? 'vault-export' : 'openclaw'
    return { ...(world.plan ?? samplePlan(world.now())), path, kind }
  }

  return {
    'import:choose': () => (chosen === undefined ? undefined : plan(chosen)),
    'import:plan': plan,
    'import:apply': (_, rowIds) => {
      const result = resultFor(world.plan ?? samplePlan(world.now()), rowIds, world.now())
      imports = [result, ...imports]
      return result
    },
    'import:undo': (id) => {
      imports = imports.map((one) => (one.id === id ? { ...one, troubles: [], undone: true } : one))
      const undone = imports.find((one) => one.id === id)
      if (!undone) throw new Error(`no import ${id}`)
      return undone
    },
    'imports:get': () => imports,
  }
}
