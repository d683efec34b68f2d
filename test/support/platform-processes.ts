/** Starts workers, gives orders, waits for answers, and leaves none behind. */
import { type ChildProcess, fork } from 'node:child_process'
import { onTestFinished } from 'vitest'
import { bundleForNode } from './bundle.ts'
import type { Order } from './platform-worker.ts'

export interface Worker {
  readonly pid: number
  ask<T = unknown>(order: Order): Promise<T>
  /** SIGKILL, and gone. */
  kill(): Promise<void>
}

export async function startWorker(home: string, env: NodeJS.ProcessEnv = {}): Promise<Worker> {
  const program = await bundleForNode('test/support/platform-worker.ts', 'platform-worker')
  const { PATH } = process.env
  const child = fork(program, { env: { PATH, LAMPLIGHTER_HOME: home, ...env }, execArgv: [] })
  onTestFinished(() => void child.kill('SIGKILL'))
  await answer(child)
  return {
    pid: child.pid ?? 0,
    ask<T>(order: Order) {
      const answered = answer(child)
      child.send(order)
      return answered as Promise<T>
    },
    async kill() {
      const gone = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

export function startWorkers(count: number, home: string): Promise<readonly Worker[]> {
  return Promise.all(Array.from({ length: count }, () => startWorker(home)))
}

function answer(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`the worker ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (message: { value?: unknown; error?: string }) => {
      child.off('exit', onExit)
      if (message.error === undefined) resolve(message.value)
      else reject(new Error(message.error))
    })
  })
}
