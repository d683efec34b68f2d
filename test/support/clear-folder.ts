/**
 * Removes a throw-away folder once nobody is left who could still write there: an exchange, for example, outlives
 * the command that asked for it and tidies up after its answer.
 */
import { readdir, readFile, rm } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 60_000
const LOOK_AGAIN_MS = 20

export async function clearFolder(folder: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (let left = await processesOn(folder); left.length > 0; left = await processesOn(folder)) {
    if (Date.now() > until) throw new Error(`still running on ${folder}: ${left.join('; ')}`)
    await pause(LOOK_AGAIN_MS)
  }
  await rm(folder, { recursive: true, force: true })
}

/** The command lines that name the folder, or were started with it in their environment. Linux; elsewhere none is seen. */
async function processesOn(folder: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return []
  const found = await Promise.all(
    (await readdir('/proc')).map(async (pid) => {
      if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return []
      const [command, environment] = await Promise.all([told(pid, 'cmdline'), told(pid, 'environ')])
      return `${command}\0${environment}`.includes(folder) ? [`${pid} ${command.replaceAll('\0', ' ')}`] : []
    }),
  )
  return found.flat()
}

/** Empty for a process that is gone, has ended, or belongs to somebody else. */
async function told(pid: string, what: 'cmdline' | 'environ'): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${what}`, 'latin1')
  } catch {
    return ''
  }
}
