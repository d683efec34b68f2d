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
  #nodes = 0
  #children = []
  /** Of each revision: when each process had told all its nodes. */
  #known = new Map()
  #waiting = new Set()
  #there = 0
  /** How often one of them lost the engine, and what the last one said. */
  #losses = 0
  #why = ''
  #latestMs = 0
  #gone

  constructor(address, prefix) {
    this.#address = address
    this.#prefix = prefix
  }

  /** How often a node got no answer from the engine in time. */
  get losses() {
    return this.#losses
  }

  /** For how long the processes of the nodes got nothing done, at most: what is later than that is the engine's doing. */
  get latestMs() {
    return this.#latestMs
  }

  /** A few processes at a time, each a few nodes at a time. */
  async connect(nodes) {
    this.#nodes = nodes
    const sizes = []
    for (let left = nodes; left > 0; left -= NODES_IN_A_PROCESS)
      sizes.push(Math.min(left, NODES_IN_A_PROCESS))
    const startOnes = async () => {
      for (let size = sizes.shift(); size !== undefined; size = sizes.shift()) await this.#start(size)
    }
    const starting = Promise.all(Array.from({ length: PROCESSES_CONNECTING }, startOnes))
    await Promise.all([starting, this.there(this.#connectMs)])
  }

  /** All of them have read everything and watch; says how far they are. */
  async there(patienceMs = this.#patienceMs) {
    const say = () => console.error(`fleet: ${this.#there} of ${this.#nodes} nodes are there`)
    const progress = setInterval(say, PROGRESS_EVERY_MS)
    try {
      await this.#until(() => this.#there === this.#nodes || undefined, patienceMs, 'the engine')
    } finally {
      clearInterval(progress)
    }
  }

  /** So many have lost the engine. */
  async lost(losses) {
    await this.#until(() => this.#losses >= losses || undefined, this.#patienceMs, 'that the engine is gone')
  }

  /** When the last of all knew it. */
  async know(revision) {
    const told = () => this.#known.get(revision) ?? []
    const all = () => (told().length === this.#children.length ? Math.max(...told()) : undefined)
    return this.#until(all, this.#patienceMs, 'a renewal')
  }

  close() {
    for (const child of this.#children) if (child.connected) child.disconnect()
  }

  get #connectMs() {
    return PATIENCE_MS + this.#nodes * PATIENCE_EACH_MS
  }

  get #patienceMs() {
    return PATIENCE_MS + this.#nodes * NEWS_PATIENCE_EACH_MS
  }

  /** What `look` finds, as soon as it finds something. */
  #until(look, patienceMs, what) {
    return new Promise((resolve, reject) => {
      const end = (settle, value) => {
        clearTimeout(timer)
        this.#waiting.delete(check)
        settle(value)
      }
      const check = () => {
        const found = look()
        if (this.#gone) end(reject, this.#gone)
        else if (found !== undefined) end(resolve, found)
      }
      const late = () => end(reject, new Error(this.#tooMany(what, patienceMs)))
      const timer = setTimeout(late, patienceMs)
      this.#waiting.add(check)
      check()
    })
  }

  #tooMany(what, patienceMs) {
    const there = `${this.#there} of ${this.#nodes} nodes have the engine, which was lost ${this.#losses} times`
    const why = this.#why ? ` (last: ${this.#why})` : ''
    return `not all knew of ${what} after ${patienceMs / 1000} s: ${there}${why}; their own processes were held up for up to ${Math.round(this.#latestMs)} ms`
  }

  #start(nodes) {
    const orders = { address: this.#address, prefix: this.#prefix, nodes }
    const child = fork(join(import.meta.dirname, 'fleet-watchers.mjs'), [JSON.stringify(orders)])
    this.#children.push(child)
    let connected = 0
    child.on('message', (message) => {
      if (message.connected) connected++
      this.#hear(message)
    })
    child.on('exit', (code, signal) => {
      this.#gone = new Error(`a process of ${nodes} nodes ended: ${signal ?? code}`)
      this.#check()
    })
    return this.#until(() => connected === nodes || undefined, this.#connectMs, 'the engine')
  }

  #hear({ there, why, revision, atMs, lateMs = 0 }) {
    this.#latestMs = Math.max(this.#latestMs, lateMs)
    if (revision !== undefined) this.#known.set(revision, [...(this.#known.get(revision) ?? []), atMs])
    if (there !== undefined) this.#there += there
    if (there < 0) {
      this.#losses++
      this.#why = why
    }
    this.#check()
  }

  #check() {
    for (const check of [...this.#waiting]) check()
  }
}
