// Processes that do what they are told, and many of them at the same moment.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const START_IN_MS = 60 // everybody has heard of the start by then

/** Each answers each order; a death is an answer too: undefined. */
export async function startWorkers(count) {
  const children = Array.from({ length: count }, () => fork(join(import.meta.dirname, 'worker.mjs'), []))
  await Promise.all(children.map((child) => once(child, 'message')))
  const ask = (child, order) =>
    new Promise((resolve, reject) => {
      const done = (answer) => {
        child.off('exit', done)
        if (answer?.error) reject(new Error(answer.error))
        else resolve(typeof answer === 'object' && answer !== null ? answer : undefined)
      }
      child.once('message', done)
      child.once('exit', done)
      child.send(order)
    })
  return {
    pids: children.map(({ pid }) => pid),
    one: (index, order) => ask(children[index], order),
    all: (order) => Promise.all(children.map((child) => ask(child, order))),
    /** All begin at once. @returns what each reports, and how long it took until the last one had ended */
    async together(order) {
      const startAt = now() + START_IN_MS
      const answers = await Promise.all(children.map((child) => ask(child, { ...order, startAt })))
      return { answers, wallMs: Math.max(...answers.map(({ endedAt }) => endedAt)) - startAt }
    },
    async close() {
      const living = children.filter((child) => child.exitCode === null && child.signalCode === null)
      for (const child of living) child.disconnect()
      await Promise.all(living.map((child) => once(child, 'exit')))
    },
  }
}

/** Milliseconds on the clock that all processes of a machine share. */
export function now() {
  return Number(process.hrtime.bigint()) / 1e6
}
