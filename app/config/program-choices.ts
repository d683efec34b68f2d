/** What config.json says of programs, as the stores ask for it: always by its last good reading. */
import type { DescribedFile, ProgramChoices } from '../stores/shared/program-choices.ts'
import type { Settings } from './schema.ts'

export function programChoices(current: () => Settings): ProgramChoices {
  return {
    mayRefresh(id) {
      const { programs = {} } = current()
      return Object.hasOwn(programs, id) && programs[id]?.refresh === true
    },
    described: () =>
      Object.entries(current().programs ?? {}).flatMap(([id, about]): readonly DescribedFile[] =>
        'path' in about ? [{ id, ...about }] : [],
      ),
  }
}
