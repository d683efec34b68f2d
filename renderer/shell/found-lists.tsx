/** The logins that were found at the first look, by provider. */
import { useId } from 'react'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted, statusMark, statusWord } from '../format/labels.ts'
import { statusAt, targetsOf } from '../logins/row-text.ts'
import { useTicked } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { foundByProvider } from './welcome-text.ts'

export function FoundList(props: { profiles: readonly ProfileView[] }) {
  const id = useId()
  return (
    <section className="card found" aria-labelledby={id}>
      <h2 id={id}>{t('What it found')}</h2>
      <dl>
        {foundByProvider(props.profiles).map((group) => (
          <div key={group.id}>
            <dt title={group.name}>{group.name}</dt>
            {group.shown.map((profile) => (
              <Found key={profile.id} profile={profile} />
            ))}
            {group.more > 0 ? (
              <dd className="quiet found-more">
                {t('and {others}', { others: counted(group.more, 'other') })}
              </dd>
            ) : null}
          </div>
        ))}
      </dl>
    </section>
  )
}

function Found(props: { profile: ProfileView }) {
  const { profile } = props
  const kind = useTicked((nowMs) => statusAt(profile, nowMs).kind, targetsOf(profile))
  const mark = statusMark(kind)
  // The word that the list has for it: "watched" and "borrowed" say more than "held".
  const word = kind === 'held' ? statusWord(profile) : mark.word
  return (
    <dd>
      <Glyph shape={mark.shape} tone={mark.tone} small />
      <span className="clip" title={profile.account}>
        {profile.account}
      </span>
      <span className="found-word">{word}</span>
    </dd>
  )
}
