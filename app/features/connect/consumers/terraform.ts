/** Terraform: `credentials_helper` of the CLI's settings, and its plugin in the folder where Terraform looks. */
import { AppError } from '../../../base/errors.ts'
import { join } from '../../../base/path.ts'
import { launcher } from '../command-text.ts'
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
  edits({ path, around }) {
    if (around.platform === 'win32') throw onWindows()
    const folder = join(around.home, '.terraform.d', 'plugins')
    const words = [...around.own, 'helper', 'terraform', '--']
    return [
      launcher(around, folder, 'terraform-credentials-lamplighter', words),
      { kind: 'lines', path, lines: ['credentials_helper "lamplighter" {}'] },
    ]
  },
  proof: (asked) =>
    helperProof(asked, ['terraform', '--', 'get', asked.said['host'] ?? ''], { shows: /"token"/ }),
}

/** It takes a plugin's name without `.exe`, and no other ending. */
function onWindows(): AppError {
  return new AppError('ARGUMENT_INVALID', 'On Windows Terraform starts only helpers that are .exe files.', {
    hint: 'Nothing was written. Give it the token of a run: lamplighter run LOGIN --env TF_TOKEN_HOST -- terraform …',
  })
}
