/** A person's hooks from the window: set, taken out, tried, and the last change taken back. */
import { AppError } from '../../base/errors.ts'
import type { Ports } from '../../base/ports.ts'
import type { Config } from '../../config/config.ts'
import { HOOK_NAMES, type HookName } from '../../config/hooks.ts'
import type { HookTrialView, ProfileView } from '../../contract/views.ts'
import { redact } from '../../model/redact.ts'
import { hookInput } from './hook-events.ts'
import { HOOK_TIMEOUT_MS, MOST_OUTPUT_BYTES, SHOWN_OUTPUT, whyFailed } from './hooks.ts'

export interface HookEditorDeps {
  readonly ports: Pick<Ports, 'clock' | 'commands' | 'process'>
  readonly config: Pick<Config, 'read' | 'changeHook'>
  /** A login to tell of in a trial, where there is one. */
  readonly anyProfile: () => ProfileView | undefined
  readonly onChange: () => void
}

type Command = readonly string[] | undefined

export class HookEditor {
  readonly #deps: HookEditorDeps
  /** By hook: what the last change replaced, and by what. */
  readonly #changes = new Map<HookName, { readonly before: Command; readonly after: Command }>()

  constructor(deps: HookEditorDeps) {
    this.#deps = deps
  }

  /** @param command undefined: nothing runs any more. @throws AppError ARGUMENT_INVALID, CONFIG_INVALID, STORE_UNWRITABLE */
  async change(event: string, command: Command): Promise<void> {
    const hook = hookOf(event)
    const before = await this.#written(hook)
    await this.#write(hook, command)
    this.#changes.set(hook, { before, after: command })
  }

  /** Unless somebody has changed it since. @throws AppError as change() */
  async undo(event: string): Promise<void> {
    const hook = hookOf(event)
    const last = this.#changes.get(hook)
    if (!last || JSON.stringify(await this.#written(hook)) !== JSON.stringify(last.after)) {
      throw new AppError('ARGUMENT_INVALID', 'There is nothing to undo: the hook was changed since.')
    }
    await this.#write(hook, last.before)
    this.#changes.delete(hook)
  }

  /** Runs it as if it had happened; its input says that it is a trial. @throws AppError ARGUMENT_INVALID: there is none */
  async try(event: string): Promise<HookTrialView> {
    const hook = hookOf(event)
    const command = await this.#written(hook)
    if (!command) throw new AppError('ARGUMENT_INVALID', `No command runs for "${hook}".`)
    const { ports, anyProfile } = this.#deps
    const told = { hook, profile: anyProfile() ?? EXAMPLE, message: 'This is a trial; nothing has happened.' }
    const end = await ports.commands.run(command, {
      input: hookInput(told, ports.clock.now(), ports.process.hostname, true),
      timeoutMs: HOOK_TIMEOUT_MS,
      mostBytes: MOST_OUTPUT_BYTES,
    })
    const why = whyFailed(end)
    const output = redact(end.output.trim()).slice(0, SHOWN_OUTPUT)
    const message = why === undefined ? 'It ran, and ended well.' : `${command[0]} ${why}.`
    return { works: why === undefined, message, ...(output === '' ? {} : { output }) }
  }

  /** As it stands in the file now: a person may have edited it a moment ago. @throws AppError CONFIG_INVALID, STORE_UNREADABLE */
  async #written(hook: HookName): Promise<Command> {
    return (await this.#deps.config.read()).hooks?.[hook]
  }

  async #write(hook: HookName, command: Command): Promise<void> {
    await this.#deps.config.changeHook(hook, command)
    this.#deps.onChange()
  }
}

function hookOf(event: string): HookName {
  const hook = HOOK_NAMES.find((name) => name === event)
  if (hook === undefined) throw new AppError('ARGUMENT_INVALID', `There is no hook "${event}".`)
  return hook
}

/** Where there is no login yet. */
const EXAMPLE: ProfileView = {
  id: 'example:ada@example.test',
  providerId: 'example',
  providerName: 'Example',
  account: 'ada@example.test',
  kind: 'oauth',
  owner: { mode: 'own', refreshedBy: 'Lamplighter', sentence: '' },
  whereLine: '',
  status: { kind: 'fresh' },
  scopes: [],
  holders: [],
  advice: 'Nothing to do.',
  can: { refresh: false, login: false },
  warnings: [],
}
