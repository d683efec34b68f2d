/** Files that could be safer, and what OpenClaw uses, without a core. */
import type { Requests } from '../../app/contract/channels.ts'
import type { SinkLoginView, SinkRequest, SinkView } from '../../app/contract/openclaw.ts'
import type { SecurityFindingView } from '../../app/contract/security.ts'

export interface FakeSafetyWorld {
  readonly findings?: readonly SecurityFindingView[]
  readonly openclaw?: readonly SinkLoginView[]
}

type SafetyRequests = Pick<
  Requests,
  | 'security:get'
  | 'security:mend'
  | 'security:undo'
  | 'openclaw:get'
  | 'openclaw:plan'
  | 'openclaw:use'
  | 'openclaw:end'
>

export function createFakeSafety(world: FakeSafetyWorld): SafetyRequests {
  const mended = new Set<string>()
  let sinks = world.openclaw ?? []
  const left = () => (world.findings ?? []).filter(({ id }) => !mended.has(id))
  const use = (request: SinkRequest, isUsed: boolean): SinkView => {
    sinks = sinks.map((one) => (one.login === request.login ? { ...one, isUsed } : one))
    return { ...request, profile: profileOf(request), gateway: 'told' }
  }
  return {
    'security:get': left,
    'security:mend': (id) => {
      mended.add(id)
      return left()
    },
    'security:undo': (id) => {
      mended.delete(id)
      return left()
    },
    'openclaw:get': () => sinks,
    'openclaw:plan': (request) => {
      const isEnd = sinks.some(({ login, isUsed }) => login === request.login && isUsed)
      const agent = `OpenClaw’s agent ${request.agent}`
      const config = '/home/ada/.config/lamplighter/config.json'
      return {
        ...request,
        isEnd,
        profile: profileOf(request),
        changes: isEnd
          ? [
              { where: agent, what: `The profile ${profileOf(request)} goes.` },
              { where: config, what: 'The line under “uses” goes.' },
            ]
          : [
              {
                where: '/home/ada/.local/state/lamplighter/openclaw-secrets',
                what: 'A small program of yours, which OpenClaw starts when it needs the access token. It holds no token.',
              },
              {
                where: 'OpenClaw’s configuration',
                what: '“lamplighter-logins” becomes a source of secrets, which runs that program.',
              },
              {
                where: agent,
                what: `The profile ${profileOf(request)}, tried before its other logins of openai.`,
              },
              { where: config, what: 'A line under “uses”: the login is for OpenClaw.' },
            ],
      }
    },
    'openclaw:use': (request) => use(request, true),
    'openclaw:end': (request) => use(request, false),
  }
}

function profileOf({ login }: SinkRequest): string {
  return `openai:lamplighter-${login}`
}
