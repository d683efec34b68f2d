/**
 * npm asks no command for a token, and reads two files of settings: the person's, and the machine's, which the first may
 * name. The second becomes a kept file with the tokens in it: one for all registries, since npm names no more.
 */
import { join } from '../../../base/path.ts'
import type { Asked, Consumer } from '../consumer.ts'

export const npm: Consumer = {
  id: 'npm',
  name: 'npm',
  gains: 'packages from a registry of your own',
  commands: ['npm'],
  questions: [{ name: 'registry', label: 'Which registry?', example: 'registry.example.test' }],
  places: ({ home, env }) => [env('NPM_CONFIG_USERCONFIG'), join(home, '.npmrc')],
  use: ({ registry }) => `registry ${registry}`,
  edits: (asked) => [
    {
      kind: 'lines',
      path: asked.path,
      first: true,
      lines: [`globalconfig = ${keptAt(asked)}`],
      instead: /^\s*globalconfig\s*=/,
    },
  ],
  keeps: (asked) => ({
    path: keptAt(asked),
    form: 'template',
    template: `//${placeOf(asked)}:_authToken="{token}"\n`,
  }),
  proof(asked) {
    const words = [asked.around.find('npm') ?? 'npm', 'config', 'list']
    const env = { NPM_CONFIG_UPDATE_NOTIFIER: 'false', NPM_CONFIG_LOGS_MAX: '0' } // it leaves nothing behind
    // It tells that it has one, and never which.
    return {
      words,
      env,
      shows: new RegExp(`^//${escaped(placeOf(asked))}:_authToken = \\(protected\\)`, 'm'),
    }
  },
  notes: (asked) => [
    `${keptAt(asked)} stands in for the settings of the whole machine: what stands in npm’s own (npm config get globalconfig) counts no longer while it is named.`,
  ],
}

/** "registry.example.test/team/" */
function placeOf({ said: { registry = '' } }: Asked): string {
  return registry.replace(/^\w+:\/\//, '').replace(/\/*$/, '/')
}

function keptAt(asked: Asked): string {
  return join(asked.around.kept, 'npm')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
