/**
 * The program that OpenClaw starts for a token. It takes none that another user owns or may write, and so neither Node.js
 * nor our command itself: this is a file of the person's own. Pure.
 */

/** What starts `lamplighter`, and where it finds its things. */
export interface OwnCommand {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export function wrapperText({ words, env }: OwnCommand): string {
  const lines = [
    '#!/bin/sh',
    '# Hands OpenClaw the tokens of Lamplighter’s logins. Written by: lamplighter openclaw use',
    ...Object.entries(env).map(([name, value]) => `export ${name}=${quoted(value)}`),
    `exec ${[...words, 'helper', 'openclaw'].map(quoted).join(' ')}`,
  ]
  return `${lines.join('\n')}\n`
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`
}
