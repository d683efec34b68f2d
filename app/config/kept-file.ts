/** A file with a token in it that is kept fresh for whoever can only read one: `keptFiles` of config.json. */
import { z } from 'zod'

const words = z.string().trim().min(1, { error: 'must not be empty' })

export const KEPT_FORMS = ['bare', 'header', 'json', 'env', 'netrc', 'template'] as const

export const keptFileShape = {
  login: words,
  path: words.regex(/^([/\\]|~[/\\]|[a-z]:[\\/])/i, { error: 'must be a whole path, or begin with ~/' }),
  form: z.enum(KEPT_FORMS, { error: `must be one of: ${KEPT_FORMS.join(', ')}` }).optional(),
  /** The access token, unless it says so. */
  token: z.enum(['access', 'id'], { error: 'must be "access" or "id"' }).optional(),
  /** Of the form `env`: the variable. */
  name: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, { error: 'must be the name of a variable' })
    .optional(),
  /** Of the form `netrc`. */
  machine: words.optional(),
  user: words.optional(),
  /** Of the form `template`: the text, with {token} and {expires} in it. */
  template: z.string().includes('{token}', { error: 'must have {token} in it' }).optional(),
  mode: z
    .string()
    .regex(/^0?[0-7]{3}$/, { error: 'must be a mode like "0640"' })
    .optional(),
  /** Run after each change, without a shell. */
  command: z.array(words).min(1).optional(),
  /** What becomes of it when only a new sign-in can help. */
  afterwards: z.enum(['remove', 'empty'], { error: 'must be "remove" or "empty"' }).optional(),
}

export type KeptFile = Readonly<z.infer<z.ZodObject<typeof keptFileShape>>>
