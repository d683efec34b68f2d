import { AppError } from '../../base/errors.ts'
import { type Command, command, type OwnCommand, printJson } from '../io/command.ts'
import { completionScript, SHELLS, type Shell } from '../io/completion.ts'
import { EXIT } from '../io/exit-codes.ts'

/** @param commands what there is to complete, this one included */
export function completionOf(commands: () => readonly (Command | OwnCommand)[]): Command {
  return command({
    name: 'completion',
    usage: 'completion bash|zsh|fish [{json}]',
    summary: 'what the shell needs to complete commands, flags and logins',
    examples: [
      'completion bash >> ~/.bashrc',
      'completion fish > ~/.config/fish/completions/lamplighter.fish',
    ],
    words: { min: 1, max: 1 },
    completes: SHELLS,
    flags: {},
    async run(core, [wanted = ''], flags, io) {
      if (wanted === 'logins') {
        const logins = core.overview().profiles.map(({ id }) => id)
        if (flags.json) printJson(io, { logins })
        else for (const id of logins) io.out(id)
        return EXIT.ok
      }
      const shell = SHELLS.find((one): one is Shell => one === wanted)
      if (!shell) {
        throw new AppError('ARGUMENT_INVALID', `There is no completion for "${wanted}".`, {
          hint: `One of: ${SHELLS.join(', ')}.`,
        })
      }
      const script = completionScript(shell, commands())
      if (flags.json) printJson(io, { shell, script })
      else io.out(script.trimEnd())
      return EXIT.ok
    },
  })
}
