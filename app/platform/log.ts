/** Plain lines on stderr. A Secret prints as [secret] by itself; what merely looks like a token is hidden as well. */
import { inspect } from 'node:util'
import { AppError } from '../base/errors.ts'
import type { Log } from '../base/ports.ts'
import { redact } from '../model/redact.ts'
import { Secret } from '../model/secret.ts'

export type LogLevel = 'info' | 'warn' | 'silent'

export function createLog(level: LogLevel, write: (line: string) => void = toStderr): Log {
  const line = (kind: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    const parts = Object.entries(fields).map(([name, value]) => `${name}=${show(value)}`)
    write(redact([new Date().toISOString(), kind, message, ...parts].join(' ').replaceAll('\n', ' ')))
  }
  return {
    info: (message, fields) => level === 'info' && line('info', message, fields),
    warn: (message, fields) => level !== 'silent' && line('warn', message, fields),
  }
}

function show(value: unknown): string {
  if (value instanceof Secret) return '[secret]'
  if (value instanceof AppError)
    return `${value.code} "${value.message}"${value.cause ? ` <- ${show(value.cause)}` : ''}`
  if (value instanceof Error) return `${value.name} "${value.message}"`
  if (typeof value === 'string') return /^[\w./:@-]+$/.test(value) ? value : JSON.stringify(value)
  return inspect(value, { depth: 3, breakLength: Number.POSITIVE_INFINITY })
}

function toStderr(line: string): void {
  process.stderr.write(`${line}\n`)
}
