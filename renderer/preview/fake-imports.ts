/** Imports without a core: a file that ends in .age wants its passphrase, anything else is read at once. */
import type { Requests } from '../../app/contract/channels.ts'
import type { Failure } from '../../app/contract/failure.ts'
import type { ImportPlanView, ImportResultView } from '../../app/contract/views.ts'
import { BUNDLE_PATH, KEYED_PATH, PASSPHRASE, resultFor, samplePlan } from './sample-imports.ts'

export interface FakeImportWorld {
  /** What the system's dialog gives; undefined: cancelled. */
  readonly chosen?: string | undefined
  /** The same for the file of a key; one that ends in .age wants its passphrase, "other" opens nothing. */
  readonly identity?: string | undefined
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

export function createFakeImports(world: FakeImportWorld) {
  let imports = world.imports ?? []
  const chosen = 'chosen' in world ? world.chosen : '/home/ada/Downloads/auth-profiles.json'

  function plan(path: string, passphrase?: string, identityPath?: string): ImportPlanView {
    if (path === KEYED_PATH) checkKey(path, identityPath)
    const locked = path === KEYED_PATH ? identityPath : path
    if (locked?.endsWith('.age') && passphrase !== PASSPHRASE) {
      const failure = passphrase
        ? {
            message: 'That passphrase does not open the file.',
            hint: 'Check capitals and spaces, and that it is the right file.',
          }
        : { message: `${locked} is protected by a passphrase.` }
      throw new Refusal({ code: 'PASSPHRASE_NEEDED', path, ...failure })
    }
    const kind = path === BUNDLE_PATH || path === KEYED_PATH ? 'vault-export' : 'openclaw'
    return { ...(world.plan ?? samplePlan(world.now())), path, kind }
  }

  return {
    'import:choose': () => (chosen === undefined ? undefined : plan(chosen)),
    'import:choose-identity': () => ('identity' in world ? world.identity : '/home/ada/.ssh/id_ed25519'),
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
    /** Something else was written that can be taken back. */
    written(result) {
      imports = [result, ...imports]
    },
  } satisfies Partial<Requests> & { written(result: ImportResultView): void }
}

function checkKey(path: string, identityPath: string | undefined): void {
  const code = 'IDENTITY_NEEDED'
  if (identityPath === undefined) {
    throw new Refusal({
      code,
      path,
      message: `${path} is encrypted to an SSH key (ed25519), not under a passphrase.`,
      hint: 'Choose the private half: an age identity file, or an SSH private key.',
    })
  }
  if (identityPath.endsWith('other')) {
    throw new Refusal({
      code,
      path,
      message: `${identityPath} does not open ${path}, which is encrypted to another key.`,
      hint: 'It is for an SSH key (ed25519). Choose the key it was exported to, or export it again to yours.',
    })
  }
}
