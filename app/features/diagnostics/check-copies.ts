/** Old copies of other programs' files, which hold tokens in the clear, and tokens in a file where a keychain could have them. */
import { folderOf, join, nameOf } from '../../base/path.ts'
import type { Files } from '../../base/ports.ts'
import { programIn } from '../../model/holder.ts'
import type { CredentialStore } from '../../stores/store.ts'
import { type Check, type Finding, finding, orOk } from './finding.ts'

/** What programs, editors and people put behind a file's name when they keep the one before. */
const COPY = /^(?:[.-](?:migrated|bak|backup|old|orig|save|corrupt)\b|~)/
const SECRET = /(?:refresh|access|token|secret|key)[\w-]*["']?\s*[:=]\s*["']?[^\s"'{[]{8,}/i
const MANY = 200 // more would only repeat what was said

export const checkCopies: Check = async ({ ports: { files }, stores }) => {
  const findings: Finding[] = []
  for (const store of stores) {
    for (const path of await copiesOf(files, store)) {
      if (findings.length < MANY && (await holdsSecret(files, path)))
        findings.push(
          finding(
            'warn',
            `${path} is an old copy of a file of ${store.owner}, and holds tokens in the clear.`,
            `Once ${store.owner} works without it, run: rm '${path}'`,
          ),
        )
    }
  }
  return orOk(findings, 'No old copy of a file with tokens lies about.')
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
export const checkKeychains: Check = ({ overview, stores }) => {
  const findings = stores.flatMap(({ owner, intoKeychain, lookedAt = [] }) => {
    if (intoKeychain === undefined) return []
    const holders = overview.profiles.flatMap((profile) => (profile.fingerprint ? profile.holders : []))
    const held = holders.find(({ label, path }) => programIn(label) === owner && lookedAt.includes(path))
    if (!held) return []
    return [
      finding('note', `${held.path} holds tokens in the clear; ${owner} could use a keychain.`, intoKeychain),
    ]
  })
  return orOk(findings, 'No program has tokens in a file that it could keep in a keychain.')
}
