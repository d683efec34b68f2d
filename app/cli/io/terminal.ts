/** A person at a keyboard. Questions go to standard error: standard output is for what was asked of the command. */
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import type { ReadStream, WriteStream } from 'node:tty'
import { AppError } from '../../base/errors.ts'
import { Secret } from '../../model/secret.ts'
import type { Terminal } from './command.ts'

export function createTerminal(input: ReadStream, output: WriteStream): Terminal {
  return {
    ask: (question) => readLine(input, output, question),
    async askSecret(question) {
      output.write(question)
      const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
      try {
        return new Secret(await readLine(input, silent, ''))
      } finally {
        output.write('\n') // the one that Enter did not show
      }
    },
  }
}

/** @throws AppError ARGUMENT_INVALID when the person pressed Ctrl-C or Ctrl-D */
function readLine(input: ReadStream, output: NodeJS.WritableStream, question: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // As a terminal whatever the output is: the system then shows nothing by itself.
    const lines = createInterface({ input, output, terminal: true })
    const cancel = (): void => reject(new AppError('ARGUMENT_INVALID', 'Cancelled: nothing was written.'))
    lines.on('SIGINT', () => lines.close())
    lines.on('close', cancel) // after an answer there is nothing left to reject
    lines.question(question, (answer) => {
      resolve(answer)
      lines.close()
    })
  })
}
