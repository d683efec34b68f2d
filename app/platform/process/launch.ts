/** Starts a program that goes on without us: a browser, a terminal. */
import { spawn } from 'node:child_process'

/** Some stay as long as what they opened; by then they have taken what they were given. */
const TAKEN_MS = 1_500

/** Resolves when it has taken it. @throws what the system says, or how it ended */
export function launch(command: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore', env, windowsHide: true })
    const taken = setTimeout(resolve, TAKEN_MS)
    child.unref()
    child.once('error', (error) => {
      clearTimeout(taken)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(taken)
      if (code === 0) resolve()
      else reject(new Error(`${command} ended with ${code}`))
    })
  })
}
