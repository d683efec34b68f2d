/** Keys, ranges and records in the form of etcd's JSON gateway: base64, and numbers as text. */
import { z } from 'zod'
import type { RegisterRecord } from '../../base/register.ts'

/** What is zero or empty is left out. */
export const kvSchema = z
  .object({ key: z.string(), value: z.string().default(''), mod_revision: z.string() })
  .transform(
    ({ key, value, mod_revision }): RegisterRecord => ({
      key: textOf(key),
      value: textOf(value),
      revision: Number(mod_revision),
    }),
  )

export const rangeSchema = z.looseObject({
  header: z.looseObject({ revision: z.string() }),
  kvs: z.array(kvSchema).default([]),
})

export function wire(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64')
}

/** Every key that begins with `prefix`. */
export function rangeOf(prefix: string): { readonly key: string; readonly range_end: string } {
  const end = Buffer.from(prefix, 'utf8')
  const last = end.length - 1
  end.writeUInt8(end.readUInt8(last) + 1, last) // UTF-8 has no byte 0xff
  return { key: wire(prefix), range_end: end.toString('base64') }
}

function textOf(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8')
}
