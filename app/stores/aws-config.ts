/** The AWS CLI's `config`: which of its profiles and sessions a cached sign-in belongs to. Those are named by digests only. */
import { join } from '../base/path.ts'
import type { Where } from './shared/where.ts'

export interface AwsSection {
  readonly kind: 'profile' | 'sso-session'
  readonly name: string
  readonly settings: ReadonlyMap<string, string>
}

const SECTION = /^\s*\[\s*(?:(profile|sso-session|services)\s+)?["']?([^\]"']+?)["']?\s*\]/
const SETTING = /^\s*([a-z_]+)\s*=\s*(\S.*?)\s*$/

export function awsConfigPath({ folder }: Where): string {
  return folder('AWS_CONFIG_FILE', join('.aws', 'config'))
}

export function awsSections(text = ''): readonly AwsSection[] {
  const sections: AwsSection[] = []
  let settings = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [, kind = 'profile', section] = SECTION.exec(line) ?? []
    if (section !== undefined) settings = new Map()
    if (section !== undefined && (kind === 'profile' || kind === 'sso-session'))
      sections.push({ kind, name: section, settings })
    const [, name, value] = SETTING.exec(line) ?? []
    if (name !== undefined && value !== undefined) settings.set(name, value)
  }
  return sections
}

/** What `aws sso login` is told: it asks the default profile otherwise, and often there is none. Empty: nobody knows. */
export function ssoLoginWords(
  sections: readonly AwsSection[],
  isDigestOf: (text: string) => boolean,
): readonly string[] {
  const session = sections.find(({ kind, name }) => kind === 'sso-session' && isDigestOf(name))
  if (session) return ['--sso-session', session.name]
  const profile = sections.find(({ kind, settings }) => {
    const start = settings.get('sso_start_url')
    return kind === 'profile' && !settings.has('sso_session') && start !== undefined && isDigestOf(start)
  })
  return profile ? ['--profile', profile.name] : []
}

/** Any profile of this `aws login` session. */
export function loginProfile(
  sections: readonly AwsSection[],
  isDigestOf: (text: string) => boolean,
): string | undefined {
  return sections.find(({ kind, settings }) => {
    const session = settings.get('login_session')
    return kind === 'profile' && session !== undefined && isDigestOf(session)
  })?.name
}
