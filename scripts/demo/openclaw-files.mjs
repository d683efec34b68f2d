// OpenClaw's own files, as its JSON eras leave them: one auth-profiles.json for each agent.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @param state OpenClaw's state folder
 * @param agents agent id -> logins: { provider, account, tokens: { access_token, refresh_token }, expiresAtMs }
 */
export function writeAgents(state, agents) {
  for (const [agent, logins] of Object.entries(agents)) {
    const folder = join(state, 'agents', agent, 'agent')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const profiles = Object.fromEntries(
      logins.map((login) => [`${login.provider}:${login.account}`, profileOf(login)]),
    )
    const text = `${JSON.stringify({ version: 1, profiles }, null, 2)}\n`
    writeFileSync(join(folder, 'auth-profiles.json'), text, { mode: 0o600 })
  }
}

function profileOf({ provider, account, tokens, expiresAtMs }) {
  return {
    type: 'oauth',
    provider,
    access: tokens.access_token,
    refresh: tokens.refresh_token,
    expires: expiresAtMs,
    email: account,
    displayName: account.split('@')[0], // a field Lamplighter has no use for, and keeps
  }
}

/** What the files hold for an account now, one for each agent that has it. */
export function readLogins(state, account) {
  return readdirSync(join(state, 'agents')).flatMap((agent) => {
    const file = join(state, 'agents', agent, 'agent', 'auth-profiles.json')
    const { profiles } = JSON.parse(readFileSync(file, 'utf8'))
    return Object.values(profiles).filter((profile) => profile.email === account)
  })
}
