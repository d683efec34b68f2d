/** What a shell needs to know to complete a command line, made from the declarations of the commands. Pure. */
import { quotedWord } from '../../base/shell-word.ts'
import type { Command, OwnCommand } from './command.ts'
import { type FlagTable, GENERAL_FLAGS } from './flags.ts'

type Described = Command | OwnCommand

/** What is asked for the logins of this machine, one id a line. */
export const LOGINS_QUERY = 'lamplighter completion logins'

export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

const SCRIPTS: Readonly<Record<Shell, (commands: readonly Described[]) => string>> = { bash, zsh, fish }

export function completionScript(shell: Shell, commands: readonly Described[]): string {
  return SCRIPTS[shell](commands)
}

function bash(commands: readonly Described[]): string {
  const cases = commands.map((command) => {
    const words = Array.isArray(command.completes) ? command.completes.join(' ') : ''
    const found = command.completes === 'logins' ? ` $(${LOGINS_QUERY} 2>/dev/null)` : words && ` ${words}`
    return `    ${command.name}) words="${flagWords(command)}${found}" ;;`
  })
  return `# lamplighter completion bash: put this line into ~/.bashrc:  eval "$(lamplighter completion bash)"
_lamplighter() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words IFS=$' \\t\\n'
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names(commands)} help" -- "$current"))
    return
  fi
  case " ${valuedFlags(commands)} " in *" $previous "*) return ;; esac
  case \${COMP_WORDS[1]} in
    help) words="${names(commands)}" ;;
${cases.join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  # A colon parts words in bash, and is part of most ids.
  if declare -F __ltrim_colon_completions >/dev/null; then __ltrim_colon_completions "$current"; fi
}
complete -o default -F _lamplighter lamplighter
`
}

function zsh(commands: readonly Described[]): string {
  const cases = commands.map(
    (command) =>
      `    ${command.name}) _arguments -s ${flagSpecs(command)} ${quotedWord(`*: :${wordsOf(command)}`)} ;;`,
  )
  return `#compdef lamplighter
# lamplighter completion zsh: put this line into ~/.zshrc:  eval "$(lamplighter completion zsh)"
_lamplighter_logins() {
  local -a logins
  logins=("\${(@f)$(${LOGINS_QUERY} 2>/dev/null)}")
  compadd -a logins
}
_lamplighter() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quotedWord(`${name}:${summary}`)}`).join('\n')}
    'help:how one of them is used'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
    help) _describe command commands ;;
${cases.join('\n')}
  esac
}
compdef _lamplighter lamplighter
`
}

function fish(commands: readonly Described[]): string {
  const lines = commands.flatMap(({ name, summary, flags, completes, usage }) => {
    const here = `-n '__fish_seen_subcommand_from ${name}'`
    const words =
      completes === 'logins'
        ? [`complete -c lamplighter ${here} -a '(${LOGINS_QUERY} 2>/dev/null)'`]
        : completes === 'files'
          ? [`complete -c lamplighter ${here} -F`]
          : (completes ?? []).map((word) => `complete -c lamplighter ${here} -a ${word}`)
    const own = Object.entries({ ...flags, ...generalIn(usage) }).map(([flag, { type, help }]) => {
      return `complete -c lamplighter ${here} -l ${flag}${type === 'string' ? ' -r' : ''} -d ${quotedWord(help)}`
    })
    return [
      `complete -c lamplighter -n __fish_use_subcommand -a ${name} -d ${quotedWord(summary)}`,
      ...words,
      ...own,
    ]
  })
  return `# lamplighter completion fish: lamplighter completion fish > ~/.config/fish/completions/lamplighter.fish
complete -c lamplighter -f
complete -c lamplighter -n __fish_use_subcommand -a help -d 'how one of them is used'
complete -c lamplighter -n '__fish_seen_subcommand_from help' -a '${names(commands)}'
${lines.join('\n')}
`
}

function names(commands: readonly Described[]): string {
  return commands.map(({ name }) => name).join(' ')
}

function flagWords({ flags, usage }: Described): string {
  return Object.keys({ ...flags, ...generalIn(usage) })
    .map((name) => `--${name}`)
    .join(' ')
}

/** What follows these is a value of the person's own. */
function valuedFlags(commands: readonly Described[]): string {
  const valued = commands.flatMap(({ flags }) =>
    Object.entries(flags).flatMap(([name, { type }]) => (type === 'string' ? [`--${name}`] : [])),
  )
  return [...new Set(valued)].join(' ')
}

function flagSpecs({ flags, usage }: Described): string {
  return Object.entries<FlagTable[string]>({ ...flags, ...generalIn(usage) })
    .map(([name, flag]) => {
      const again = 'multiple' in flag ? '*' : ''
      const value = flag.type === 'string' ? `:${zshText(flag.value)}:_files` : ''
      return quotedWord(`${again}--${name}[${zshText(flag.help)}]${value}`)
    })
    .join(' ')
}

function wordsOf({ completes }: Described): string {
  if (completes === 'logins') return '_lamplighter_logins'
  return completes === 'files' ? '_files' : `(${(completes ?? []).join(' ')})`
}

function generalIn(usage: string): FlagTable {
  return Object.fromEntries(Object.entries(GENERAL_FLAGS).filter(([name]) => usage.includes(`--${name}`)))
}

/** Brackets and colons part the words of a description there. */
function zshText(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&')
}
