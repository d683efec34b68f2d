/** Exports without a core: every login of the overview, a few of which only one machine may hold. */
import type { Requests } from '../../app/contract/channels.ts'
import type { ExportChoiceView, OverviewView } from '../../app/contract/views.ts'

/** They do not rotate. */
const STEADY = new Set(['google', 'google-gemini-cli', 'github-copilot'])

export function createFakeExports(overview: () => OverviewView) {
  const choices = (): readonly ExportChoiceView[] =>
    overview().profiles.map(({ id, providerId, providerName, account, kind, owner }) => {
      const plain = { profileId: id, providerId, providerName, account }
      if (owner.mode === 'watched' || owner.mode === 'borrowed') {
        const why = `${owner.refreshedBy} keeps and renews it; a copy would end that login.`
        return { ...plain, kind: 'bound', why }
      }
      if (kind !== 'oauth' || STEADY.has(providerId)) return { ...plain, kind: 'free' }
      const why = `${providerName} accepts each refresh token once: a copy would end it here or there. Sign in again on the other machine.`
      return { ...plain, kind: 'fork', why }
    })
  return {
    'export:choices': choices,
    'export:save': ({ profileIds, withForks }) => {
      const asked = choices().filter(({ profileId }) => profileIds.includes(profileId))
      const included = asked.filter(({ kind }) => kind === 'free' || (kind === 'fork' && withForks))
      return {
        path: '/home/ada/Documents/lamplighter-logins-2026-03-03.age',
        included: included.map(({ profileId }) => profileId),
        leftOut: [],
      }
    },
  } satisfies Partial<Requests>
}
