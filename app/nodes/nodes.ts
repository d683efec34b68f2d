/** Other machines of the same person: who they are, what they hold, and bringing logins from one to the other. */
import type { BringRequest, BringResultView, NodeView } from '../contract/nodes.ts'

export interface Nodes {
  /** From config.json, with what the last contact told. */
  list(): readonly NodeView[]
  /** @throws AppError ARGUMENT_INVALID, CONFIG_INVALID, STORE_UNWRITABLE */
  add(destination: string, name?: string): Promise<readonly NodeView[]>
  /** @throws AppError NODE_UNKNOWN */
  remove(nodeId: string): Promise<readonly NodeView[]>
  /** Contacts it; an unreachable node is a state of the view. @throws AppError NODE_UNKNOWN */
  look(nodeId: string): Promise<NodeView>
  /** @throws AppError NODE_UNKNOWN, NODE_UNREACHABLE; what fails for one login is told in its row */
  bring(nodeId: string, choices: readonly BringRequest[]): Promise<BringResultView>
  /** @throws as bring */
  send(nodeId: string, choices: readonly BringRequest[]): Promise<BringResultView>
  /** @throws AppError PROFILE_UNKNOWN, ARGUMENT_INVALID when it is not borrowed */
  takeOver(profileId: string): Promise<BringResultView>
  close(): Promise<void>
}
