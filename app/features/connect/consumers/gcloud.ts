/** gcloud reads a token from a file that a configuration names. It gets a configuration of its own, and a kept file. */
import { AppError } from '../../../base/errors.ts'
import { join } from '../../../base/path.ts'
import type { Asked, Consumer } from '../consumer.ts'

export const gcloud: Consumer = {
  id: 'gcloud',
  name: 'gcloud',
  gains: 'gcloud acts as a login in a configuration of its own',
  commands: ['gcloud'],
  questions: [
    { name: 'configuration', label: 'What shall the configuration be called?', example: 'lamplighter' },
    { name: 'project', label: 'Which project?', example: 'my-project' },
  ],
  places: (around) => [join(folderOf(around), 'active_config')],
  use: ({ configuration }) => `audience gcloud-${configuration}`,
  edits(asked) {
    const { configuration = '', project = '' } = asked.said
    if (!/^[a-z][a-z0-9-]*$/.test(configuration)) {
      throw new AppError('ARGUMENT_INVALID', `"${configuration}" cannot be the configuration.`, {
        hint: 'gcloud takes small letters, digits and "-" for the name of one.',
      })
    }
    return [
      {
        kind: 'file',
        path: join(folderOf(asked.around), 'configurations', `config_${configuration}`),
        text: `[core]\nproject = ${project}\n\n[auth]\naccess_token_file = ${keptAt(asked)}\n`,
      },
    ]
  },
  keeps: (asked) => ({ path: keptAt(asked) }),
  proof: ({ said: { configuration = '' }, around }) => ({
    words: [
      around.find('gcloud') ?? 'gcloud',
      `--configuration=${configuration}`,
      'auth',
      'print-access-token',
    ],
    env: { CLOUDSDK_CORE_DISABLE_PROMPTS: '1' },
    shows: /\S/,
  }),
  notes: ({ said: { configuration } }) => [
    `Your other configurations stay as they are. Use this one with: gcloud --configuration=${configuration}, or make it the one that counts with: gcloud config configurations activate ${configuration}`,
  ],
}

function folderOf({ home, env }: Pick<Asked['around'], 'home' | 'env'>): string {
  const onWindows = env('APPDATA')
  return env('CLOUDSDK_CONFIG') ?? (onWindows ? join(onWindows, 'gcloud') : join(home, '.config', 'gcloud'))
}

function keptAt({ said: { configuration }, around }: Asked): string {
  return join(around.kept, `gcloud-${configuration}`)
}
