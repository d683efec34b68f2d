/** The words after "lamplighter", sorted into names and flags. What is wrong with them is said in our own words. */
import { parseArgs } from 'node:util'
import { AppError } from '../../base/errors.ts'
import { nearest } from '../../base/nearest.ts'
import { type FlagTable, type GivenValues, spelled } from './flags.ts'

export interface Parsed {
  readonly values: GivenValues
  readonly positionals: readonly string[]
}

/**
 * @param near those that may have been meant by one that is not there
 * @throws AppError ARGUMENT_INVALID for a flag that no command has, and for one with too little or too much behind it
 */
export function parse(argv: readonly string[], options: FlagTable, near: FlagTable = options): Parsed {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    allowPositionals: true,
    strict: false, // what it would say is about its own options, and we know better what was meant
    tokens: true,
  })
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const flag = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (!flag) throw unknownFlag(token.rawName, near)
    const { value, inlineValue: isInline } = token
    if (flag.type === 'boolean' && value !== undefined) {
      throw new AppError('ARGUMENT_INVALID', `--${token.name} takes no value.`)
    }
    if (flag.type !== 'string') continue
    if (value === undefined || (!isInline && /^-./.test(value))) {
      throw new AppError('ARGUMENT_INVALID', `--${token.name} needs a value: ${spelled(token.name, flag)}`, {
        ...(value === undefined ? {} : { hint: `If "${value}" is the value: --${token.name}=${value}` }),
      })
    }
  }
  return { values, positionals }
}

function unknownFlag(typed: string, options: FlagTable): AppError {
  const near = typed.startsWith('--')
    ? nearest(typed.slice(2), Object.keys(options))
    : Object.entries(options).find(
        ([, flag]) => shortOf(flag)?.toLowerCase() === typed.slice(1).toLowerCase(),
      )?.[0]
  const hint = near === undefined ? {} : { hint: `Did you mean --${near}?` }
  return new AppError('ARGUMENT_INVALID', `There is no flag ${typed}.`, hint)
}

function shortOf(flag: FlagTable[string]): string | undefined {
  return 'short' in flag ? flag.short : undefined
}
