import { resolve } from 'node:path'
import { AppError } from '../../base/errors.ts'
import { VERSION } from '../../base/version.ts'
import { ownCommand, printJson } from '../io/command.ts'
import { EXIT } from '../io/exit-codes.ts'

export const support = ownCommand({
  name: 'support',
  usage: 'support [FILE] [{json}]',
  summary:
    'what helps to find out what is wrong, without secrets, to read before it is sent; into FILE where one is named',
  examples: ['support', 'support lamplighter-support.txt'],
  words: { min: 0, max: 1 },
  completes: 'files',
  flags: {},
  async own({ core, ports }, [file], flags, io) {
    await core.start({ schedule: false })
    const text = await core.supportText({ Lamplighter: VERSION, 'Node.js': process.versions.node })
    if (file === undefined) {
      if (flags.json) printJson(io, { text })
      else io.out(text.trimEnd())
      return EXIT.ok
    }
    const path = resolve(file)
    if (await ports.files.stat(path)) {
      throw new AppError('ARGUMENT_INVALID', `${path} is there already, and was left as it is.`, {
        hint: 'Give the name of a file that is not there yet.',
      })
    }
    await ports.files.writeAtomic(path, text)
    if (flags.json) printJson(io, { path })
    else io.out(`Written to ${path}. Read it before you send it.`)
    return EXIT.ok
  },
})
