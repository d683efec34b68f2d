/**
 * The program that OpenClaw starts for a token. It takes none that another user owns or may write, and so neither Node.js
 * nor our command itself: that is a file of the person's own. On Windows it asks for no owner, and starts only programs:
 * there it is Node.js, with our command as its first word. Pure.
 */

import { AppError } from '../../base/errors.ts'
import { quotedWord } from '../../base/shell-word.ts'

/** What OpenClaw's configuration says of it. */
export interface SecretCommand {
  readonly command: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly passEnv: readonly string[]
}

/** @param path of the wrapper */
export function wrapped(path: string): SecretCommand {
  return { command: path, passEnv: ['HOME', 'PATH'] }
}

/** @throws AppError ARGUMENT_INVALID: what runs us is no program that it could start */
export function onWindows({ words: [command = '', ...args], env }: OwnCommand): SecretCommand {
  if (!/\.exe$/i.test(command)) {
    throw new AppError(
      'ARGUMENT_INVALID',
      `OpenClaw cannot start ${command}: on Windows it starts only .exe files.`,
      {
        hint: 'Run this command with Node.js itself.',
      },
    )
  }
  return {
    command,
    args: [...args, 'helper', 'openclaw'],
    ...(Object.keys(env).length > 0 ? { env } : {}),
    passEnv: ['APPDATA', 'LOCALAPPDATA', 'PATH', 'SystemRoot', 'USERPROFILE'],
  }
}

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
