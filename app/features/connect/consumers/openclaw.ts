/** OpenClaw: a provider of secrets that is a command. Fields then name it: {source: "exec", provider: "lamplighter", id}. */
import { AppError } from '../../../base/errors.ts'
import { join } from '../../../base/path.ts'
import { type Consumer, helperProof } from '../consumer.ts'

export const openclaw: Consumer = {
  id: 'openclaw',
  name: 'OpenClaw, secrets',
  gains: 'fields of OpenClaw’s settings name a login in place of a key',
  commands: ['openclaw'],
  questions: [{ name: 'audience', label: 'What shall its fields call the login?', example: 'gateway' }],
  places: ({ home, env }) => [
    env('OPENCLAW_CONFIG_PATH'),
    join(env('OPENCLAW_STATE_DIR') ?? join(home, '.openclaw'), 'openclaw.json'),
  ],
  use: ({ audience }) => `audience ${audience}`,
  helper: 'lamplighter helper openclaw',
  edits({ path, around: { own, platform } }) {
    const [command = '', ...args] = own
    if (platform === 'win32' && !/\.exe$/i.test(command)) throw noProgram(command)
    return [
      {
        kind: 'member',
        path,
        member: ['secrets', 'providers', 'lamplighter'],
        value: { source: 'exec', command, args: [...args, 'helper', 'openclaw'], jsonOnly: true },
      },
    ]
  },
  proof(asked) {
    const ids = [asked.said['audience'] ?? '']
    const input = JSON.stringify({ protocolVersion: 1, provider: 'lamplighter', ids })
    return helperProof(asked, ['openclaw'], { input, shows: /"values":\{"/ })
  },
  notes: ({ said: { audience } }) => [
    `A field takes the token with {source: "exec", provider: "lamplighter", id: "${audience}"}; OpenClaw reads it at its start and at: openclaw secrets reload`,
  ],
}

/** It starts a program without a shell, and a batch file needs one. */
function noProgram(command: string): AppError {
  return new AppError(
    'ARGUMENT_INVALID',
    `OpenClaw cannot start ${command}: on Windows it starts only .exe files.`,
    {
      hint: 'Put Node.js on the PATH, so that it can be named in place of that.',
    },
  )
}
