/** What texts in config.json have to be. */
import { z } from 'zod'

export const words = z.string().trim().min(1, { error: 'must not be empty' })

/** Letters, digits, dot, dash and underscore: it becomes part of profile names and of file names. */
export const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/i
