import { AppError } from '../../base/errors.ts'
import { commandHere } from '../../platform/service/service.ts'
import { command, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

export const openclaw = command({
  name: 'openclaw',
  usage: 'openclaw use LOGIN [{agent}] [{drop}] [{json}]',
  summary: 'lets OpenClaw use a login that Lamplighter keeps; OpenClaw gets access tokens only',
  examples: [
    'openclaw use openai-codex:ada@example.test',
    'openclaw use openai-codex:ada@example.test --drop',
  ],
  words: { min: 2, max: 2 },
  completes: ['use'],
  flags: {
    agent: { type: 'string', value: 'NAME', help: 'the agent that uses it; main where nothing is said' },
    drop: { type: 'boolean', help: 'takes it out of OpenClaw again' },
  },
  async run(core, [verb, login = ''], { agent = 'main', drop, json }, io) {
    if (verb !== 'use') {
      throw new AppError('ARGUMENT_INVALID', `"openclaw ${verb}" is nothing that can be done.`, {
        hint: 'lamplighter openclaw use LOGIN',
      })
    }
    const request = { login, agent }
    const view = drop
      ? await core.openclaw.end(request)
      : await core.openclaw.use(request, commandHere(process.argv[1] ?? ''))
    if (json) {
      printJson(io, { ...view, dropped: drop })
      return EXIT.ok
    }
    const what = drop ? 'no longer uses' : 'uses'
    io.out(`OpenClaw ${what} ${view.login}, which it calls ${view.profile} (agent ${view.agent}).`)
    if (view.gateway === 'not-running') io.out('Its gateway does not run; it will find it so at its start.')
    else if (!drop) io.out('Keep Lamplighter running: it tells the gateway of each new token.')
    return EXIT.ok
  },
})
