/** Other machines of the same person: who they are, what they hold, and bringing logins from one to the other. */

import type { Failure } from '../../contract/failure.ts'
import type { BringRequest, BringResultView, NodeView } from '../../contract/nodes.ts'
import type { RpcHandlers } from '../../rpc/peer.ts'
import type { RemoteSignIn } from './remote-sign-in.ts'

export interface Nodes {
  /** `node.*`: what another machine may ask, over ssh alone. */
  readonly answers: RpcHandlers
  /** @param hold keeps a channel to every node that something is borrowed from, and catches up by itself */
  start(hold: boolean): Promise<void>
  /** What is written down of other machines and cannot be read. */
  readonly problems: readonly Failure[]
  /** The machine woke or the network came back: what was missed is asked for now. */
  wake(): void
  /** From config.json, with what the last contact told. */
  list(): readonly NodeView[]
  /** @throws AppError ARGUMENT_INVALID, CONFIG_INVALID, STORE_UNWRITABLE */
  add(destination: string, name?: string): Promise<readonly NodeView[]>
  /** @throws AppError NODE_UNKNOWN */
  remove(nodeId: string): Promise<readonly NodeView[]>
  /** Contacts it; an unreachable node is a state of the view. @throws AppError NODE_UNKNOWN */
  look(nodeId: string): Promise<NodeView>
  /** A person knows this machine: from now on it is told who asks. @throws AppError NODE_UNKNOWN, NODE_UNREACHABLE */
  trust(nodeId: string): Promise<NodeView>
  /** A sign-in there, with the browser of this machine. @param node its destination, or its name @throws AppError NODE_UNKNOWN */
  signInThere(node: string, login: string, device: boolean): RemoteSignIn
  /** Trusts it, too. @throws AppError NODE_UNKNOWN, NODE_UNREACHABLE; what fails for one login is told in its row */
  bring(nodeId: string, choices: readonly BringRequest[]): Promise<BringResultView>
  /** @throws as bring */
  send(nodeId: string, choices: readonly BringRequest[]): Promise<BringResultView>
  /**
   * The owner is gone for good, or a move from here will not come to its end.
   * @param options.emergency a move is taken back although nobody knows whether the other machine has used it
   * @throws AppError PROFILE_UNKNOWN, ARGUMENT_INVALID when it is neither, NODE_UNREACHABLE
   */
  takeOver(profileId: string, options?: { readonly emergency?: boolean }): Promise<BringResultView>
  /** What the machines are called that a login was lent to. */
  borrowers(profileId: string): readonly string[]
  close(): Promise<void>
}
