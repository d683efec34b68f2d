/** docker, and podman, skopeo, oras and helm alike: `credHelpers` of config.json names a command on the PATH. */
import { join } from '../../../base/path.ts'
import { launcher } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

const LAUNCHER = 'docker-credential-lamplighter'

export const docker: Consumer = {
  id: 'docker',
  name: 'Docker',
  gains: 'pulls and pushes images',
  commands: ['docker', 'podman', 'skopeo', 'oras', 'helm'],
  questions: [{ name: 'registry', label: 'Which registry?', example: 'registry.example.test' }],
  places: ({ home, env }) => [join(env('DOCKER_CONFIG') ?? join(home, '.docker'), 'config.json')],
  use: ({ registry }) => `registry ${registry}`,
  helper: 'lamplighter helper docker',
  edits: ({ said: { registry = '' }, path, around }) => [
    launcher(around, around.bin, LAUNCHER, [...around.own, 'helper', 'docker', '--']),
    { kind: 'member', path, member: ['credHelpers', registry], value: 'lamplighter' },
  ],
  proof: (asked) =>
    helperProof(asked, ['docker', 'get'], { input: asked.said['registry'] ?? '', shows: /"Secret"/ }),
  notes: ({ around }) => [`docker finds ${LAUNCHER} by the PATH: ${around.bin} has to be on it.`],
}
