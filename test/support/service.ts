/** A service: reads its token from where it is told, says what it got, and lives until it is ended. */
import { readFileSync } from 'node:fs'

const { TOKEN: inEnv, TOKEN_FILE: path } = process.env
let last = ''
function look(): void {
  const token = path ? readFileSync(path, 'utf8') : (inEnv ?? 'no token')
  if (token === last) return
  last = token
  process.stdout.write(`token ${token}\n`)
}
look()
setInterval(look, 50)
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGUSR1'] as const) {
  process.on(signal, () => {
    process.stdout.write(`got ${signal}\n`)
    if (signal === 'SIGTERM') process.exit(7)
  })
}
process.stdout.write('service is up\n')
