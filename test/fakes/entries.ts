/** Entries as a store would hand them out, for tests of what is built on top. */
import type { Credential } from '../../app/model/credential.ts'
import type { HeldEntry } from '../../app/model/holder.ts'
import { Secret } from '../../app/model/secret.ts'

export function credential(
  part: Partial<Credential> & { access?: string; refresh?: string } = {},
): Credential {
  const { access = 'CANARY-access-1', refresh = 'CANARY-refresh-1', ...rest } = part
  return {
    kind: 'oauth',
    accessToken: new Secret(access),
    ...(refresh === '' ? {} : { refreshToken: new Secret(refresh) }),
    account: {},
    generation: 1,
    ...rest,
  }
}

export function heldEntry(agent: string, entry: string, part: Partial<HeldEntry> = {}): HeldEntry {
  const id = `openclaw:${agent}:${entry}`
  const held = part.credential ?? credential()
  return {
    holder: {
      store: 'openclaw',
      id,
      label: `OpenClaw · ${agent}`,
      path: `/oc/${agent}/auth-profiles.json`,
      entry,
    },
    provider: 'openai-codex',
    account: held.account,
    mode: 'shared',
    owner: 'OpenClaw',
    spent: false,
    credential: held,
    fingerprint: held.refreshToken?.expose() ?? held.accessToken?.expose() ?? '',
    ...part,
  }
}
