/** The AWS CLI and SDKs: `credential_process` of a profile. */
import { join } from '../../../base/path.ts'
import { shellWord } from '../../../base/shell-word.ts'
import { commandLine } from '../command-text.ts'
import { type Asked, type Consumer, helperProof } from '../consumer.ts'

export const aws: Consumer = {
  id: 'aws',
  name: 'AWS',
  gains: 'the AWS CLI and SDKs get the keys of a role of yours',
  commands: ['aws'],
  questions: [
    {
      name: 'profile',
      label: 'Which profile?',
      example: 'dev',
      choices: (text) => [...text.matchAll(/^\[profile\s+([\w.@/-]+)\s*\]/gm)].map(([, name = '']) => name),
    },
    {
      name: 'role',
      label: 'Which role? Its ARN; in Identity Center REGION/ACCOUNT/ROLE.',
      example: 'arn:aws:iam::123456789012:role/dev',
    },
  ],
  places: ({ home, env }) => [env('AWS_CONFIG_FILE'), join(home, '.aws', 'config')],
  use: ({ profile }) => `aws ${profile}`,
  helper: 'lamplighter helper aws',
  edits: (asked) => [
    {
      kind: 'lines',
      path: asked.path,
      below: asked.said['profile'] === 'default' ? '[default]' : `[profile ${asked.said['profile']}]`,
      lines: [
        `credential_process = ${commandLine(asked.around, [...asked.around.own, ...helperWords(asked)])}`,
      ],
      instead: /^(credential_process|aws_access_key_id|role_arn|sso_session|sso_start_url)\s*=/,
    },
  ],
  proof(asked) {
    const { said, around } = asked
    const cli = around.find('aws')
    if (!cli) return helperProof(asked, helperWords(asked).slice(1), { shows: /"AccessKeyId"/ })
    const profile = said['profile'] ?? ''
    return {
      words: [cli, '--profile', profile, 'sts', 'get-caller-identity', '--output', 'json'],
      shows: /"Account"/,
      lacks: [
        {
          says: /must specify a region/i,
          message: `The AWS CLI knows no region for the profile ${profile}, and so asks nobody.`,
          todo: `Choose one: aws configure set region eu-central-1 --profile ${shellWord(profile)}`,
        },
      ],
    }
  },
  notes: () => ['Keys of that profile in ~/.aws/credentials would come first: the AWS CLI prefers them.'],
}

function helperWords({ said: { profile = '', role = '' } }: Asked): readonly string[] {
  const way = role.startsWith('arn:') ? ['role', role] : ['sso', ...role.split('/')]
  return ['helper', 'aws', profile, ...way]
}
