// `npm start`: builds if need be, finds an Electron, a display and a session bus, and runs the application.
import './node-version.mjs'
import { start } from './launch.mjs'
import { say } from './progress.mjs'

try {
  process.exitCode = await start({ args: process.argv.slice(2) })
} catch (error) {
  say(error.message)
  process.exitCode = 1
}
