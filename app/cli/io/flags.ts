/** Flags: each command declares its own in a table, and how they are read, typed and spelled follows from that. */
import { AppError } from '../../base/errors.ts'

interface Switch {
  readonly type: 'boolean'
  readonly short?: string
  readonly help: string
}

interface Valued {
  readonly type: 'string'
  /** May be given more than once. */
  readonly multiple?: true
  /** What stands for the value in the usage. */
  readonly value: string
  readonly help: string
}

/** By its name without the dashes. */
export type FlagTable = Readonly<Record<string, Switch | Valued>>

/** Every command takes these: each may fail, and says so as JSON where that is asked for. */
export const GENERAL_FLAGS = {
  json: { type: 'boolean', help: 'one line of JSON instead of words' },
  'no-browser': { type: 'boolean', help: 'opens no browser here' },
  help: { type: 'boolean', short: 'h', help: 'what there is to say' },
  version: { type: 'boolean', short: 'V', help: 'which Lamplighter this is' },
} as const satisfies FlagTable

type Camel<N extends string> = N extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : N

/** A switch is on or off; what takes a value is absent where it was not given. */
export type FlagsOf<T extends FlagTable> = {
  readonly [N in keyof T & string as T[N] extends Switch ? Camel<N> : never]: boolean
} & {
  readonly [N in keyof T & string as T[N] extends Switch ? never : Camel<N>]?: T[N] extends {
    readonly multiple: true
  }
    ? readonly string[]
    : string
}

export type GeneralFlags = FlagsOf<typeof GENERAL_FLAGS>

/** By their names on the command line. */
export type GivenValues = Readonly<Record<string, unknown>>

/** What a command with this table is handed. @throws AppError ARGUMENT_INVALID for what another command takes */
export function flagsFor(name: string, table: FlagTable, values: GivenValues): Record<string, unknown> {
  const all: FlagTable = { ...table, ...GENERAL_FLAGS }
  const foreign = Object.keys(values).find((given) => !Object.hasOwn(all, given))
  if (foreign !== undefined) {
    const takes = Object.entries(table).map(([own, flag]) => `${spelled(own, flag)} (${flag.help})`)
    throw new AppError('ARGUMENT_INVALID', `--${foreign} is not for "${name}".`, {
      hint: takes.length > 0 ? `It takes: ${takes.join(', ')}.` : `See: lamplighter help ${name}`,
    })
  }
  const entries = Object.entries(all).flatMap(([one, { type }]): readonly [string, unknown][] => {
    const value = values[one] ?? (type === 'boolean' ? false : undefined)
    return value === undefined ? [] : [[camel(one), value]]
  })
  return Object.fromEntries(entries)
}

/** "{for}" becomes "--for 30m". @throws Error for a flag that is not in the table */
export function withFlags(usage: string, table: FlagTable): string {
  const all: FlagTable = { ...table, ...GENERAL_FLAGS }
  return usage.replace(/\{([\w-]+)\}/g, (_, name: string) => {
    const flag = all[name]
    if (!flag) throw new Error(`The usage "${usage}" names a flag that is not declared: ${name}`)
    return spelled(name, flag)
  })
}

/** "--for 30m" */
export function spelled(name: string, flag: Switch | Valued): string {
  return flag.type === 'boolean' ? `--${name}` : `--${name} ${flag.value}`
}

function camel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
