/** The first file that Electron loads: the application's code, compiled already where an earlier start has kept it. */
import { join } from 'node:path'
import { dataFolder } from '../data-folder.ts'
import { CompiledCode } from './compiled-code.ts'

/** The application's file beside this one, named by what is in it. Put in by the build. */
declare const LAMPLIGHTER_APPLICATION: string

// On macOS the keychain trusts this program by its signature: it takes no code from a file that others can write.
const kept = process.platform === 'darwin' ? undefined : join(dataFolder(process.env), 'compiled-code')
const code = new CompiledCode(__dirname, kept)
code.load(LAMPLIGHTER_APPLICATION)
code.keepSoon()
