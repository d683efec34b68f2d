// Many nodes of a fleet, in processes of some hundred each, and when all of them know something.
import { fork } from 'node:child_process'
import { join } from 'node:path'

const NODES_IN_A_PROCESS = 250
/** As many as there are cores in a small machine. */
const PROCESSES_CONNECTING = 2
/** For each node, and for the first: a busy machine of two cores needs a tenth of it. */
const [PATIENCE_EACH_MS, PATIENCE_MS] = [500, 60_000]
/** What connected is told of a renewal within this, or the machine is too small for so many. */
const NEWS_PATIENCE_EACH_MS = 50
const PROGRESS_EVERY_MS = 5_000

export class FleetWatchers {
  #address
  #prefix
  #children = []
  #known = new Map()
  #waiting = new Map()
  #connected = 0
  #patienceMs = PATIENCE_MS
  #gone

  constructor(address, prefix) {
    this.#address = address
    this.#prefix = prefix
  }

  /** A few processes at a time, each a few nodes at a time; says how far it is. */
  async connect(nodes) {
    const sizes = []
    for (let left = nodes; left > 0; left -= NODES_IN_A_PROCESS)
      sizes.push(Math.min(left, NODES_IN_A_PROCESS))
    this.#patienceMs = PATIENCE_MS + nodes * NEWS_PATIENCE_EACH_MS
    const waitMs = PATIENCE_MS + nodes * PATIENCE_EACH_MS
    const late = deadline(
      waitMs,
      () => `only ${this.#connected} of ${nodes} nodes connected in ${waitMs / 1000} s`,
    )
    const progress = setInterval(
      () => console.error(`fleet: ${this.#connected} of ${nodes} nodes are connected`),
      PROGRESS_EVERY_MS,
    )
    const startOnes = async () => {
      for (let size = sizes.shift(); size !== undefined; size = sizes.shift()) await this.#start(size)
    }
    try {
      const all = Promise.all(Array.from({ length: PROCESSES_CONNECTING }, startOnes))
      await Promise.race([all, late.over])
    } finally {
      late.cancel()
      clearInterval(progress)
    }
  }

  /** When the last of all knew it. */
  async know(revision) {
    const late = deadline(this.#patienceMs, () => this.#whoKnows(revision))
    const all = new Promise((resolve, reject) => {
      this.#waiting.set(revision, { resolve, reject })
      this.#look(revision)
      if (this.#gone) reject(this.#gone)
    })
    try {
      return await Promise.race([all, late.over])
    } finally {
      late.cancel()
    }
  }

  #whoKnows(revision) {
    const told = this.#known.get(revision)?.length ?? 0
    return `all nodes of ${told} of ${this.#children.length} processes knew of a renewal after ${this.#patienceMs / 1000} s: too many for this machine`
  }

  close() {
    for (const child of this.#children) if (child.connected) child.disconnect()
  }

  #start(nodes) {
    const orders = { address: this.#address, prefix: this.#prefix, nodes }
    const child = fork(join(import.meta.dirname, 'fleet-watchers.mjs'), [JSON.stringify(orders)])
    this.#children.push(child)
    let left = nodes
    return new Promise((resolve, reject) => {
      child.on('message', ({ connected, revision, atMs }) => {
        if (revision !== undefined) return this.#hear(revision, atMs)
        this.#connected += connected
        left -= connected
        if (left === 0) resolve()
      })
      child.on('exit', (code, signal) => {
        this.#gone = new Error(`a process of ${nodes} nodes ended: ${signal ?? code}`)
        reject(this.#gone)
        for (const one of this.#waiting.values()) one.reject(this.#gone)
      })
    })
  }

  #hear(revision, atMs) {
    this.#known.set(revision, [...(this.#known.get(revision) ?? []), atMs])
    this.#look(revision)
  }

  #look(revision) {
    const told = this.#known.get(revision) ?? []
    if (told.length < this.#children.length) return
    this.#waiting.get(revision)?.resolve(Math.max(...told))
    this.#waiting.delete(revision)
  }
}

function deadline(ms, why) {
  let timer
  const over = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(why())), ms)
  })
  return { over, cancel: () => clearTimeout(timer) }
}
