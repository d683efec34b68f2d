/** Runs a person's commands when something happened to a login: `hooks` of config.json. Only the host that schedules does. */

import type { CoreEvents } from '../../base/core-events.ts'
import { messageOf } from '../../base/errors.ts'
import type { EventBus } from '../../base/event-bus.ts'
import type { CommandEnd, Ports } from '../../base/ports.ts'
import type { HookCommands, HookName } from '../../config/hooks.ts'
import type { Failure } from '../../contract/failure.ts'
import type { HistoryEventView, OverviewView, ProfileView } from '../../contract/views.ts'
import { redact } from '../../model/redact.ts'
import { type HookEvent, hookInput, refreshedEvent, tellingOf } from './hook-events.ts'
import { type HookNotes, readHookNotes, writeHookNotes } from './hook-state.ts'

export const HOOK_TIMEOUT_MS = 30_000
/** Fifteen logins that lapse together shall not start fifteen programs. */
const MOST_AT_ONCE = 2
/** A command that always hangs shall not fill the memory; what is told last is left out. */
const MOST_WAITING = 200
export const MOST_OUTPUT_BYTES = 4_096
export const SHOWN_OUTPUT = 500
/** What is under way when we end. */
const LINGER_MS = 3_000

export interface HookDeps {
  readonly ports: Pick<Ports, 'clock' | 'commands' | 'files' | 'log' | 'paths' | 'process'>
  /** Asked each time: a person may edit config.json while we run. */
  readonly commands: () => HookCommands
  /** Undefined for a login that is gone. */
  readonly viewOf: (profileId: string) => ProfileView | undefined
  readonly isScheduling: () => boolean
  readonly bus: EventBus<CoreEvents>
}

export class Hooks {
  readonly #deps: HookDeps
  readonly #waiting: HookEvent[] = []
  readonly #running = new Set<Promise<void>>()
  readonly #ending = new AbortController()
  #notes: HookNotes = { told: {}, failures: {} }
  #writing: Promise<void> = Promise.resolve()
  #isActive = false

  constructor(deps: HookDeps) {
    this.#deps = deps
    deps.bus.on('overview', (view) => this.#look(view))
    deps.bus.on('history', (event) => this.#hear(event))
  }

  /**
   * @param active this host runs them, whenever it is the one that schedules; the others only know of the failures
   * @param overview what is so at the beginning
   */
  async start(active: boolean, overview: () => OverviewView): Promise<void> {
    this.#notes = await readHookNotes(this.#deps.ports)
    this.#isActive = active
    if (active) this.#look(overview())
  }

  get problems(): readonly Failure[] {
    const commands = this.#deps.commands()
    return Object.entries(this.#notes.failures).flatMap(([hook, { why, output }]) => {
      const command = commands[hook as HookName]
      if (!command) return []
      const message = `The hook for "${hook}" failed: ${command[0]} ${why}.`
      const hint = 'Try it by hand, with JSON on standard input; config.json says what is run.'
      const field = `hooks.${hook}`
      return [{ code: 'COMMAND_FAILED', message, hint, field, ...(output === '' ? {} : { detail: output }) }]
    })
  }

  #look(overview: OverviewView): void {
    if (!this.#isActive || !overview.scheduler.running) return
    const { told, events } = tellingOf(this.#notes.told, overview)
    if (JSON.stringify(told) !== JSON.stringify(this.#notes.told)) this.#note({ ...this.#notes, told })
    for (const event of events) this.#add(event)
  }

  /** What is under way gets a moment, what waits is left out. */
  async close(): Promise<void> {
    this.#isActive = false
    this.#waiting.length = 0
    if (this.#running.size > 0) {
      const done = new AbortController()
      const all = Promise.all(this.#running).then(() => done.abort())
      await Promise.race([all, this.#deps.ports.clock.sleep(LINGER_MS, done.signal)])
      this.#ending.abort()
      await all
    }
    await this.#writing
  }

  #hear(event: HistoryEventView): void {
    const isOurs = this.#isActive && this.#deps.isScheduling()
    const refreshed = isOurs && refreshedEvent(event, this.#deps.viewOf(event.profileId))
    if (refreshed) this.#add(refreshed)
  }

  #add(event: HookEvent): void {
    if (!this.#deps.commands()[event.hook]) return
    if (this.#waiting.length >= MOST_WAITING) {
      this.#deps.ports.log.warn('too many hooks wait; one was left out', { hook: event.hook })
      return
    }
    this.#waiting.push(event)
    this.#next()
  }

  #next(): void {
    while (this.#running.size < MOST_AT_ONCE) {
      const event = this.#waiting.shift()
      if (!event) return
      const run = this.#run(event).finally(() => {
        this.#running.delete(run)
        this.#next()
      })
      this.#running.add(run)
    }
  }

  async #run(event: HookEvent): Promise<void> {
    const { ports, commands } = this.#deps
    const command = commands()[event.hook]
    if (!command) return
    const end = await ports.commands.run(command, {
      input: hookInput(event, ports.clock.now(), ports.process.hostname),
      timeoutMs: HOOK_TIMEOUT_MS,
      mostBytes: MOST_OUTPUT_BYTES,
      signal: this.#ending.signal,
    })
    const output = redact(end.output.trim()).slice(0, SHOWN_OUTPUT)
    const why = whyFailed(end)
    const { [event.hook]: before, ...others } = this.#notes.failures
    if (why === undefined) {
      ports.log.info('a hook ran', { hook: event.hook, profile: event.profile.id, output })
      if (before) this.#note({ ...this.#notes, failures: others })
    } else {
      ports.log.warn('a hook failed', { hook: event.hook, profile: event.profile.id, why, output })
      const failure = { atMs: ports.clock.now(), why, output }
      this.#note({ ...this.#notes, failures: { ...others, [event.hook]: failure } })
    }
  }

  #note(notes: HookNotes): void {
    const { ports, bus } = this.#deps
    this.#notes = notes
    this.#writing = this.#writing
      .then(() => writeHookNotes(ports, this.#notes))
      .catch((error: unknown) => {
        ports.log.warn('the note about hooks could not be written', { error: messageOf(error) })
      })
    bus.emit('changed')
  }
}

export function whyFailed({ code, signal, why }: CommandEnd): string | undefined {
  if (why !== undefined) return why
  if (signal !== undefined) return `was ended by ${signal}`
  return code === 0 ? undefined : `ended with ${code}`
}
