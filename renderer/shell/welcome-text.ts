/** What was found, for the first look: by provider, and by who may refresh it. */
import type { OverviewView, ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { andList, counted } from '../format/labels.ts'

export interface FoundGroup {
  readonly id: string
  readonly name: string
  readonly shown: readonly ProfileView[]
  readonly more: number
}

/** Enough to recognise them by; the list itself comes with one click. */
const SHOWN = 3

export function foundByProvider(profiles: readonly ProfileView[]): readonly FoundGroup[] {
  const groups = new Map<string, ProfileView[]>()
  for (const profile of profiles) {
    const group = groups.get(profile.providerId)
    if (group) group.push(profile)
    else groups.set(profile.providerId, [profile])
  }
  return [...groups.entries()]
    .map(([id, members]) => {
      // Folding away a single one would save nothing.
      const shown = members.length <= SHOWN + 1 ? members : members.slice(0, SHOWN)
      return { id, name: members[0]?.providerName ?? id, shown, more: members.length - shown.length }
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

/** Sentences for "will" and "will not"; those that do not apply to this machine are left out. */
export interface Promises {
  readonly will: readonly string[]
  readonly willNot: readonly string[]
}

export function promises(overview: OverviewView): Promises {
  const { profiles } = overview
  const shared = profiles.filter(({ owner }) => owner.mode === 'shared').length
  const ours = profiles.filter(({ owner }) => owner.mode !== 'watched' && owner.mode !== 'borrowed')
  const refreshed = ours.filter(
    ({ status }) => status.kind !== 'static' && status.kind !== 'needs-login' && status.kind !== 'unknown',
  ).length
  const needy = profiles.filter(({ status }) => status.kind === 'needs-login').length
  const unread = profiles.filter(({ status }) => status.kind === 'unknown').length
  const elsewhere = profiles.filter(
    ({ owner, status }) =>
      status.kind !== 'unknown' && (owner.mode === 'watched' || owner.mode === 'borrowed'),
  )
  const owners = [...new Set(elsewhere.map(({ owner }) => owner.refreshedBy))]
  const renews =
    shared > 0
      ? t(
          'It renews {refreshed, plural, one {# login shortly before it expires} other {# logins shortly before they expire}}, under OpenClaw’s own locks so that no two programs spend the same token.',
          { refreshed },
        )
      : t(
          'It renews {refreshed, plural, one {# login shortly before it expires} other {# logins shortly before they expire}}.',
          { refreshed },
        )
  return {
    will: [
      refreshed > 0 ? renews : t('It renews the logins you add, shortly before they expire.'),
      ...(elsewhere.length > 0
        ? [
            t(
              'It only counts down {logins} of {names}, without touching {elsewhere, plural, one {it} other {them}}.',
              {
                logins: counted(elsewhere.length, 'login'),
                names: some(owners),
                elsewhere: elsewhere.length,
              },
            ),
          ]
        : []),
      needy > 0
        ? t(
            'It tells you when you have to sign in, and only then: {needy, plural, one {# login needs that now} other {# logins need that now}}.',
            { needy },
          )
        : t('It tells you when you have to sign in, and only then.'),
    ],
    willNot: [
      ...(unread > 0
        ? [
            t(
              'Keep alive what it cannot read: {rows} of the list {unread, plural, one {says} other {say}} why.',
              { rows: counted(unread, 'row'), unread },
            ),
          ]
        : []),
      t('Send anything to anyone but the provider a login belongs to: no account, no statistics.'),
      t('Renew a login that another program owns.'),
      t('Change anything in another program’s files but the tokens it renewed.'),
      t('Show a token, or write one into a log.'),
    ],
  }
}

function some(names: readonly string[]): string {
  if (names.length > 2) return t('other programs')
  return andList(names)
}
