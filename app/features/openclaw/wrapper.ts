/**
 * The program that OpenClaw starts for a token. It takes none that another user owns or may write, and so neither Node.js
 * nor our command itself: this is a file of the person's own. Pure.
 */

import { quotedWord } from '../../base/shell-word.ts'

/** What starts `lamplighter`, and where it finds its things. */
export interface OwnCommand {
  readonly words: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export function wrapperText({ words, env }: OwnCommand): string {
  const lines = [
    '#!/bin/sh',
    '# Hands OpenClaw the tokens of Lamplighter’s logins. Written by: lamplighter openclaw use',
    ...Object.entries(env).map(([name, value]) => `export ${name}=${quotedWord(value)}`),
    `exec ${[...words, 'helper', 'openclaw'].map(quotedWord).join(' ')}`,
  ]
  return `${lines.join('\n')}\n`
}
