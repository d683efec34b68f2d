// ssh, killed after so many lines from the other side: node cutting-ssh.mjs LINES ssh ARGUMENTS...
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

const [lines, program, ...args] = process.argv.slice(2)
const ssh = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] })
process.stdin.pipe(ssh.stdin)
ssh.stdin.on('error', () => undefined) // it is gone already
let seen = 0
createInterface({ input: ssh.stdout }).on('line', (line) => {
  if (++seen > Number(lines)) {
    ssh.kill('SIGKILL')
    process.exit(255)
  }
  process.stdout.write(`${line}\n`)
})
ssh.on('close', (code) => process.exit(code ?? 255))
