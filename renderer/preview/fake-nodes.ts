/** Nodes without machines: what is added cannot be reached, what is brought over arrives, but for one. */
import type { Requests } from '../../app/contract/channels.ts'
import type { BringRequest, BringResultView, NodeView } from '../../app/contract/nodes.ts'
import type { ImportResultView, LoginView, OverviewView } from '../../app/contract/views.ts'
import { Refusal } from './fake-imports.ts'
import { sampleResult } from './sample-imports.ts'

export interface FakeNodeWorld {
  readonly nodes?: readonly NodeView[]
  now(): number
}

/** What the nodes need of the rest of the fake. */
export interface FakeNodeDeps {
  overview(): OverviewView
  /** Begins a login that waits for the person. */
  begin(request: { readonly profileId?: string; readonly providerId?: string }): LoginView
  told(nodes: readonly NodeView[]): void
  /** Something was written that can be taken back. */
  written(result: ImportResultView): void
}

export function createFakeNodes(world: FakeNodeWorld, parts: FakeNodeDeps) {
  let nodes = world.nodes ?? []

  function find(id: string): NodeView {
    const node = nodes.find((one) => one.id === id)
    if (!node) throw new Refusal({ code: 'NODE_UNKNOWN', message: `There is no node ${id}.` })
    return node
  }

  function result(nodeId: string, choices: readonly BringRequest[], local: boolean): BringResultView {
    const node = find(nodeId)
    const writes = !local && choices.some(({ way }) => way !== 'sign-in')
    const written = sampleResult(world.now())
    if (writes) parts.written(written)
    return {
      ...(writes ? { undoId: written.id } : {}),
      rows: choices.map((choice, at) => {
        const profile = local
          ? parts.overview().profiles.find(({ id }) => id === choice.profileId)
          : node.profiles.find(({ id }) => id === choice.profileId)
        const row = { ...choice, account: profile?.account ?? choice.profileId }
        if (choice.way === 'sign-in') {
          return { ...row, loginId: parts.begin({ providerId: profile?.providerId ?? '' }).id }
        }
        // The fourth is busy: a batch has to tell what failed beside what did not.
        if (at === 3) {
          return {
            ...row,
            failure: {
              code: 'STORE_LOCKED',
              message:
                '/home/ada/.openclaw/agents/main/agent/auth-profiles.json.lock is held by OpenClaw (pid 3120).',
              hint: 'OpenClaw is using the file; the next try is automatic. If nothing holds it (ps -p 3120), remove the lock.',
              detail: 'lock held by pid 3120 for 41 s',
            },
          }
        }
        return { ...row, message: told(choice, node.name) }
      }),
    }
  }

  return {
    'nodes:get': () => nodes,
    'node:add': (destination, name) => {
      if (/\s/.test(destination)) {
        throw new Refusal({
          code: 'ARGUMENT_INVALID',
          message: `“${destination}” is not one word.`,
          hint: 'Options and ports belong in ~/.ssh/config; type the name of the host there.',
        })
      }
      const added: NodeView = {
        id: destination,
        name: name ?? destination,
        reach: { kind: 'unknown' },
        profiles: [],
        sendable: [],
      }
      nodes = [...nodes.filter(({ id }) => id !== destination), added]
      parts.told(nodes)
      return nodes
    },
    'node:remove': (id) => {
      nodes = nodes.filter((one) => one.id !== find(id).id)
      parts.told(nodes)
      return nodes
    },
    'node:look': (id) => {
      const { reach } = find(id)
      const next: NodeView['reach'] =
        reach.kind === 'reached'
          ? { ...reach, atMs: world.now() }
          : {
              kind: 'unreachable',
              atMs: world.now(),
              failure:
                reach.kind === 'unreachable'
                  ? reach.failure
                  : {
                      code: 'NODE_UNREACHABLE',
                      message: `ssh does not know where ${id} is.`,
                      hint: 'Check the name, and that the machine is on the same network.',
                      detail: `ssh: Could not resolve hostname ${id}: Name or service not known`,
                    },
            }
      const looked = { ...find(id), reach: next }
      nodes = nodes.map((node) => (node.id === id ? looked : node))
      parts.told(nodes)
      return looked
    },
    'node:trust': (id) => {
      const { stranger: _, ...trusted } = find(id)
      nodes = nodes.map((node) => (node.id === id ? trusted : node))
      parts.told(nodes)
      return trusted
    },
    'node:bring': (nodeId, choices) => result(nodeId, choices, false),
    'node:send': (nodeId, choices) => result(nodeId, choices, true),
    'node:take-over': (profileId) => {
      const profile = parts.overview().profiles.find(({ id }) => id === profileId)
      return {
        rows: [
          {
            profileId,
            account: profile?.account ?? profileId,
            way: 'move',
            message: 'This machine has no refresh token for it: sign in once, and it is the owner.',
            loginId: parts.begin({ profileId }).id,
          },
        ],
      }
    },
  } satisfies Partial<Requests>
}

function told({ way }: BringRequest, node: string): string {
  if (way === 'move') return 'Moved: this machine has renewed it and owns it now.'
  return way === 'borrow'
    ? `Borrowed: ${node} stays its owner, and is asked for the next token before this one expires.`
    : 'Copied, into Lamplighter’s vault.'
}
