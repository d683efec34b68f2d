/** A process of its own that rewrites one file: the path and the text are its arguments. */
import { createFiles } from '../../app/platform/files/files.ts'

const [, , path = '', text = ''] = process.argv
await createFiles().writeAtomic(path, text)
