/** The terminal that a person sits at already: a program that signs in runs there, and no window opens. */
import { AppError } from '../../base/errors.ts'
import type { Terminals } from '../../base/ports.ts'
import type { Children } from '../../platform/process/child-command.ts'

/** As shells say of a command that is not there. */
const NOT_FOUND = 127

/** @param children absent where nobody sits here, or nothing can be run: then a person has to type it elsewhere */
export function thisTerminal(children: Children | undefined): Terminals {
  return {
    async open(words, env) {
      if (!children) return undefined
      // A moment later: what there is to know beforehand is printed first.
      const ended = new Promise<void>((resolve) => setImmediate(resolve))
        .then(() => children.run(words, env))
        .catch((error: unknown) => {
          if (error instanceof AppError && error.code === 'COMMAND_FAILED') return NOT_FOUND
          throw error
        })
      return { name: 'this terminal', isOurs: true, ended, leave: async () => undefined }
    },
  }
}
