/** Terraform: `credentials_helper` of the CLI's settings, and its plugin in the folder where Terraform looks. */
import { join } from '../../../base/path.ts'
import { script } from '../command-text.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const terraform: Consumer = {
  id: 'terraform',
  name: 'Terraform',
  gains: 'modules and state from a host of your own',
  commands: ['terraform'],
  questions: [{ name: 'host', label: 'Which host?', example: 'app.terraform.example.test' }],
  places: ({ home, env }) => [env('TF_CLI_CONFIG_FILE'), join(home, '.terraformrc')],
  use: ({ host }) => `registry ${host}`,
  helper: 'lamplighter helper terraform',
  edits: ({ path, around }) => [
    {
      kind: 'file',
      path: join(around.home, '.terraform.d', 'plugins', 'terraform-credentials-lamplighter'),
      text: script([...around.own, 'helper', 'terraform', '--']),
      mode: 0o755,
    },
    { kind: 'lines', path, lines: ['credentials_helper "lamplighter" {}'] },
  ],
  proof: (asked) =>
    helperProof(asked, ['terraform', '--', 'get', asked.said['host'] ?? ''], { shows: /"token"/ }),
}
