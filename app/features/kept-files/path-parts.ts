/** All that config.json says of one path: several logins may have a part in one file. Pure. */
import { expandHome } from '../../base/path.ts'
import { type ConsumerRules, isWithheld } from '../../config/consumer-rules.ts'
import type { KeptFile } from '../../config/kept-file.ts'
import type { KeptFileView } from '../../contract/consumers.ts'
import { namesOf, type ProfileRegistry } from '../../engine/profiles/profile-registry.ts'
import { labelOf } from '../../model/profile-view.ts'
import { readerOf } from '../consent/consent-ask.ts'

export interface PathParts {
  /** Whole. */
  readonly path: string
  readonly parts: readonly [KeptFile, ...KeptFile[]]
}

export function byPath(files: readonly KeptFile[], userHome: string): readonly PathParts[] {
  const found = new Map<string, [KeptFile, ...KeptFile[]]>()
  for (const file of files) {
    const path = expandHome(file.path, userHome)
    const known = found.get(path)
    if (known) known.push(file)
    else found.set(path, [file])
  }
  return [...found].map(([path, parts]) => ({ path, parts }))
}

/** One for each part. */
export function keptFileViews(
  { path, parts }: PathParts,
  { snapshot }: Pick<ProfileRegistry, 'snapshot'>,
  rules: ConsumerRules,
): readonly KeptFileView[] {
  const program = readerOf(path).name
  return parts.map(({ login }) => {
    const profile = [...snapshot.profiles.values()].find(
      (one) => one.id === login || namesOf(one).includes(login),
    )
    const names = profile ? [profile.id, ...namesOf(profile)] : [login]
    return {
      path,
      program,
      login: profile?.id ?? login,
      ...(profile ? { account: labelOf(profile) } : {}),
      isWithheld: isWithheld(rules, names, program),
    }
  })
}
