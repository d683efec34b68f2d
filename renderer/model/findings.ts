/** Files with secrets that could be safer: what they are called in a line, and which of them concern whom. */
import type { SecurityFindingView } from '../../app/contract/security.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

const TITLES: Readonly<Record<SecurityFindingView['kind'], string>> = {
  open: t('Others can read this file'),
  changeable: t('Others can change config.json'),
  copy: t('An old copy holds tokens'),
  keychain: t('Its tokens could be in a keychain'),
}

export function findingTitle({ kind }: Pick<SecurityFindingView, 'kind'>): string {
  return TITLES[kind]
}

/** What is nobody's fault, and the owner's choice, is told in the login's details alone. */
export function worthALook(findings: readonly SecurityFindingView[]): readonly SecurityFindingView[] {
  return findings.filter(({ kind }) => kind !== 'keychain')
}

export function findingsOf(
  { holders }: Pick<ProfileView, 'holders'>,
  findings: readonly SecurityFindingView[],
): readonly SecurityFindingView[] {
  const paths = new Set(holders.map(({ path }) => path))
  return findings.filter(({ path }) => paths.has(path))
}

export function findingMatches(
  finding: Pick<SecurityFindingView, 'kind' | 'path'>,
  words: readonly string[],
): boolean {
  const text = `${findingTitle(finding)} ${finding.path}`.toLowerCase()
  return words.every((word) => text.includes(word))
}
