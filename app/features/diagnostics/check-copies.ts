/** Old copies of other programs' files, which hold tokens in the clear, and tokens in a file where a keychain could have them. */
import { folderOf, join, nameOf } from '../../base/path.ts'
import type { Files } from '../../base/ports.ts'
import { quotedWord } from '../../base/shell-word.ts'
import { programIn } from '../../model/holder.ts'
import type { CredentialStore } from '../../stores/store.ts'
import { type Check, type FileCheckDeps, type FileFinding, fileFinding, orOk } from './finding.ts'

/** What programs, editors and people put behind a file's name when they keep the one before. */
const COPY = /^(?:[.-](?:migrated|bak|backup|old|orig|save|corrupt)\b|~)/
const SECRET = /(?:refresh|access|token|secret|key)[\w-]*["']?\s*[:=]\s*["']?[^\s"'{[]{8,}/i
const MANY = 200 // more would only repeat what was said

export const checkCopies: Check = async (deps) => {
  const findings = (await oldCopies(deps)).map((one) => fileFinding('warn', one))
  return orOk(findings, 'No old copy of a file with tokens lies about.')
}

export async function oldCopies({
  ports: { files },
  stores,
}: FileCheckDeps): Promise<readonly FileFinding[]> {
  const findings: FileFinding[] = []
  for (const store of stores) {
    const { owner } = store
    for (const path of await copiesOf(files, store)) {
      if (findings.length >= MANY || !(await holdsSecret(files, path))) continue
      const command = `rm ${quotedWord(path)}`
      findings.push({
        kind: 'copy',
        path,
        what: `${path} is an old copy of a file of ${owner}, and holds tokens in the clear.`,
        todo: `Once ${owner} works without it, run: ${command}`,
        command,
      })
    }
  }
  return findings
}

async function copiesOf(files: Files, store: CredentialStore): Promise<readonly string[]> {
  const originals = [...(store.lookedAt ?? []), ...((await store.originals?.()) ?? [])]
  const found = new Set<string>()
  for (const path of originals) {
    const [start = '', end] = nameOf(path).split('*')
    for (const name of await files.list(folderOf(path))) {
      const rest =
        end === undefined ? name.slice(start.length) : name.slice(name.lastIndexOf(end) + end.length)
      const isOfIt = name.startsWith(start) && (end === undefined || name.includes(end))
      if (isOfIt && COPY.test(rest)) found.add(join(folderOf(path), name))
    }
  }
  return [...found]
}

/** What cannot be read is nobody's to read, and tells nothing. */
async function holdsSecret(files: Files, path: string): Promise<boolean> {
  const text = await files.read(path).catch(() => undefined)
  return text !== undefined && SECRET.test(text)
}

/** Worth knowing, and the owner's choice: what is in a keychain can be read by fewer programs, ours among them. */
export const checkKeychains: Check = (deps) => {
  const findings = outsideKeychains(deps).map((one) => fileFinding('note', one))
  return orOk(findings, 'No program has tokens in a file that it could keep in a keychain.')
}

export function outsideKeychains({ overview, stores }: FileCheckDeps): readonly FileFinding[] {
  const holders = overview.profiles.flatMap((profile) => (profile.fingerprint ? profile.holders : []))
  return stores.flatMap(({ owner, intoKeychain, lookedAt = [] }) => {
    if (intoKeychain === undefined) return []
    const held = holders.find(({ label, path }) => programIn(label) === owner && lookedAt.includes(path))
    if (!held) return []
    const what = `${held.path} holds tokens in the clear; ${owner} could use a keychain.`
    return [{ kind: 'keychain', path: held.path, what, todo: intoKeychain }]
  })
}
