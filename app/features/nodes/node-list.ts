/** Who the other machines are: what config.json says of them, and how each is seen now. */

import { AppError } from '../../base/errors.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { NodeView } from '../../contract/nodes.ts'
import type { NodeDeps } from './connection/deps.ts'
import type { NodeCache } from './inventory/node-cache.ts'
import type { MoveRecords } from './move/move-record.ts'
import { unfinishedIn } from './move/unfinished.ts'
import { toNodeView } from './views.ts'

export class NodeList {
  readonly #deps: NodeDeps
  readonly #known: NodeCache
  readonly #moves: MoveRecords
  /** Being looked at, since when. */
  readonly asking = new Map<string, number>()
  /** This machine's id. */
  mine = ''

  constructor(deps: NodeDeps, known: NodeCache, moves: MoveRecords) {
    this.#deps = deps
    this.#known = known
    this.#moves = moves
  }

  get destinations(): readonly string[] {
    return (this.#deps.config.current().nodes ?? []).map(({ destination }) => destination)
  }

  nameOf(destination: string): string {
    return this.#settingsOf(destination)?.name ?? destination
  }

  commandOf(destination: string): string | undefined {
    return this.#settingsOf(destination)?.command
  }

  /** The installation that a person has trusted there. */
  machineAt(destination: string): string | undefined {
    return this.#settingsOf(destination)?.machine
  }

  /** Where a machine is reached, by a person's word: any machine can claim the id of another. */
  destinationOf(machine: string): string | undefined {
    return this.#deps.config.current().nodes?.find((node) => node.machine === machine)?.destination
  }

  /** @throws AppError NODE_UNKNOWN */
  check(nodeId: string): void {
    if (this.#settingsOf(nodeId)) return
    const words = this.destinations.flatMap((destination) => [this.nameOf(destination), destination])
    throw new AppError('NODE_UNKNOWN', `"${nodeId}" is not one of your machines.`, {
      hint: didYouMean(nodeId, words, `Add it first: lamplighter node add ${nodeId}`),
    })
  }

  list(): readonly NodeView[] {
    return this.destinations.map((destination) => this.viewOf(destination))
  }

  viewOf(destination: string): NodeView {
    const { profiles, findProvider, allProviders, ports } = this.#deps
    const view = {
      profiles,
      findProvider,
      allProviders,
      sha256Hex: (text: string) => ports.random.sha256Hex(text),
      fingerprint: (text: string) => ports.random.fingerprint(text),
      here: this.mine,
      unfinished: (machine: string | undefined, profileId: string) =>
        unfinishedIn(this.#moves.ins, machine, profileId),
    }
    const askingSinceMs = this.asking.get(destination)
    const known = this.#known.get(destination)
    const seen = toNodeView(view, known, this.nameOf(destination), askingSinceMs)
    const isStranger =
      known.reach.kind === 'reached' && known.reach.by !== 'files' && known.machine === undefined
    return isStranger ? { ...seen, stranger: true } : seen
  }

  #settingsOf(destination: string) {
    return this.#deps.config.current().nodes?.find((node) => node.destination === destination)
  }
}
