/** What config.json says of programs, as the stores ask for it: always by its last good reading. */
import type { DescribedFile, ProgramChoices } from '../stores/shared/program-choices.ts'
import type { Settings } from './schema.ts'

export function programChoices(current: () => Settings): ProgramChoices {
  const known = (id: string) => {
    const { programs = {} } = current()
    const about = Object.hasOwn(programs, id) ? programs[id] : undefined
    return about && !('path' in about) ? about : {}
  }
  return {
    mayRefresh: (id) => known(id).refresh === true,
    leaves: (id) => known(id).keepAlive === false,
    mayAskKeychain: (id) => known(id).keychain === true,
    described: () =>
      Object.entries(current().programs ?? {}).flatMap(([id, about]): readonly DescribedFile[] =>
        'path' in about ? [{ id, ...about }] : [],
      ),
  }
}
