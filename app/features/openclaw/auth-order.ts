/** In which order an agent of OpenClaw's tries its profiles of a provider. */
import { isRecord, parseJson } from '../../base/json.ts'
import { type OpenClawPorts, runOpenClaw } from './openclaw-command.ts'
import type { SinkName } from './sink-plan.ts'

/**
 * Before all others: OpenClaw would go on with a login of its own for as long as that works.
 * @param known what the agent has for the provider, where no order is given yet. @throws AppError COMMAND_FAILED
 */
export async function prefer(
  ports: OpenClawPorts,
  name: SinkName,
  agent: string,
  known: readonly string[],
): Promise<void> {
  const before = await order(ports, name, agent)
  const others = (before ?? known).filter((id) => id !== name.profileId)
  if (others.length === 0) return
  await ask(ports, 'set', name, agent, name.profileId, ...others)
}

/** An order that leaves no choice says nothing, and would only keep out what a person adds later: it goes. @throws AppError COMMAND_FAILED */
export async function preferNobody(ports: OpenClawPorts, name: SinkName, agent: string): Promise<void> {
  const left = await order(ports, name, agent)
  if (left !== undefined && left.length <= 1) await ask(ports, 'clear', name, agent)
}

/** Undefined: none is given. */
async function order(
  ports: OpenClawPorts,
  name: SinkName,
  agent: string,
): Promise<readonly string[] | undefined> {
  const told = parseJson(await ask(ports, 'get', name, agent, '--json'))
  const given = isRecord(told) ? told['order'] : undefined
  return Array.isArray(given) ? given.map(String) : undefined
}

function ask(ports: OpenClawPorts, verb: string, { provider }: SinkName, agent: string, ...more: string[]) {
  const words = ['models', 'auth', 'order', verb, '--provider', provider, '--agent', agent, ...more]
  return runOpenClaw(ports, words)
}
