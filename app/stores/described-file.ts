/**
 * A JSON file that a person describes in config.json, of a program that Lamplighter does not know: where it lies, where
 * the tokens stand in it, and whether its owner can be asked to refresh. Nothing is ever written.
 */
import { AppError } from '../base/errors.ts'
import { parseJson } from '../base/json.ts'
import { expandHome } from '../base/path.ts'
import type { Ports, Unwatch } from '../base/ports.ts'
import type { Entry, Holder } from '../model/holder.ts'
import { text } from '../oauth/jwt.ts'
import { accountOf, credentialOf, endOfJwt, memberAt, timeOf } from './shared/fields.ts'
import { type FileEntry, type FilePorts, type FileStoreDescription, fileStore } from './shared/file-store.ts'
import type { DescribedFile, ProgramChoices } from './shared/program-choices.ts'
import type { CredentialStore, OwnLogin, Scan } from './store.ts'

export const DESCRIBED = 'described'

const TIMEOUT_MS = 60_000

/** One store for all of them, since config.json may change while we run. */
export function createDescribedFiles(
  ports: FilePorts & Pick<Ports, 'files'>,
  choices: ProgramChoices,
): CredentialStore {
  const storeOf = (file: DescribedFile): CredentialStore => fileStore(describe(file))(ports)
  const fileOf = (holder: Pick<Holder, 'entry'>): DescribedFile | undefined =>
    choices.described().find(({ id }) => id === holder.entry)
  /** What a broken file held before is known by the store that read it. */
  const stores = new Map<string, CredentialStore>()
  const current = (): readonly CredentialStore[] => {
    const files = choices.described()
    const keys = new Set(files.map((file) => JSON.stringify(file)))
    for (const key of stores.keys()) if (!keys.has(key)) stores.delete(key)
    for (const file of files) {
      const key = JSON.stringify(file)
      if (!stores.has(key)) stores.set(key, storeOf(file))
    }
    return [...stores.values()]
  }
  const login: OwnLogin = { command: ({ holder }) => fileOf(holder)?.login ?? [] }
  let watching: { readonly store: CredentialStore; readonly stop: Unwatch }[] = []
  let onChange: (() => void) | undefined

  /** Those that are there now, each once. */
  function watchCurrent(): void {
    const wanted = onChange ? current() : []
    for (const one of watching) if (!wanted.includes(one.store)) one.stop()
    watching = wanted.map((store) => {
      const known = watching.find((one) => one.store === store)
      return known ?? { store, stop: store.watch(() => onChange?.()) }
    })
  }

  return {
    id: DESCRIBED,
    owner: 'config.json',
    login,
    get lookedAt() {
      return current().flatMap((store) => store.lookedAt ?? [])
    },
    async scan() {
      watchCurrent()
      const scans: Scan[] = []
      for (const store of current()) scans.push(await store.scan())
      return {
        entries: scans.flatMap(({ entries }) => entries),
        places: scans.flatMap(({ places }) => places),
        lookedAtMs: ports.clock.now(),
      }
    },
    async read(holder) {
      const file = fileOf(holder)
      return file && (await storeOf(file).read(holder))
    },
    watch(tell) {
      onChange = tell
      watchCurrent()
      return () => {
        onChange = undefined
        watchCurrent()
      }
    },
    delegation: {
      timeoutMs: TIMEOUT_MS,
      async refresh(holder, signal) {
        const file = fileOf(holder)
        const { delegation } = file ? storeOf(file) : {}
        if (!delegation) throw cannotBeAsked(holder)
        await delegation.refresh(holder, signal)
      },
    },
  }
}

function describe(file: DescribedFile): FileStoreDescription {
  const owner = file.name ?? file.id
  return {
    id: DESCRIBED,
    owner,
    provider: file.provider ?? file.id,
    note: `${owner} renews it, as config.json says${file.refresh ? ', when Lamplighter asks it to' : ''}.`,
    environment: [],
    paths: ({ home }) => [expandHome(file.path, home)],
    entries: (content) => loginIn(file, owner, content),
    ...(file.refresh ? { delegation: delegationBy(file, file.refresh) } : {}),
  }
}

function delegationBy(
  file: DescribedFile,
  command: readonly string[],
): NonNullable<FileStoreDescription['delegation']> {
  return {
    timeoutMs: TIMEOUT_MS,
    async refresh({ commands }, _holder, signal) {
      // It may print a token: nothing of what it says is kept.
      const how = { input: '', timeoutMs: TIMEOUT_MS, mostBytes: 0, signal }
      const { why, code } = await commands.run(command, how)
      if (why !== undefined || code !== 0) throw notRefreshed(file, why ?? `ended with code ${code}`)
    },
  }
}

/** One login: what does not stand where config.json says is no login, and no broken file. */
function loginIn(file: DescribedFile, owner: string, content: string): readonly FileEntry[] | undefined {
  const document = parseJson(content)
  if (document === undefined) return undefined
  const at = (way: string | undefined): unknown =>
    way === undefined ? undefined : memberAt(document, way.split('.'))
  const account = accountOf({ name: at(file.account) })
  const access = at(file.accessToken)
  const expiresAtMs =
    file.expiresAt === undefined ? endOfJwt(access) : timeOf(at(file.expiresAt), file.unit ?? 's')
  const credential = credentialOf({ access, refresh: at(file.refreshToken), expiresAtMs, account })
  const entry = { entry: file.id, label: owner, account }
  if (!credential) return [{ ...entry, problem: notThere(file, text(file.accessToken) ?? '') }]
  const isLost = file.expiresAt !== undefined && expiresAtMs === undefined
  return [{ ...entry, credential, ...(isLost ? { problem: notThere(file, file.expiresAt ?? '') } : {}) }]
}

function notThere(file: DescribedFile, member: string): NonNullable<Entry['problem']> {
  return {
    code: 'STORE_CORRUPT',
    message: `${file.path} has no "${member}" that can be understood.`,
    hint: `Correct "programs"."${file.id}" in config.json, or sign in with that program.`,
  }
}

function cannotBeAsked({ entry }: Holder): AppError {
  return new AppError('NOT_REFRESHABLE', `config.json does not say how "${entry}" is renewed.`)
}

function notRefreshed(file: DescribedFile, why: string): AppError {
  const command = file.refresh?.[0] ?? ''
  return new AppError('NOT_REFRESHABLE', `${file.name ?? file.id} could not be asked: ${command} ${why}.`, {
    hint: `config.json names this command under "programs"."${file.id}"."refresh".`,
  })
}
