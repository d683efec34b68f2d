/** The three ways a login comes over, for someone who has no node yet. */
import { t } from '../../app/words/t.ts'
import { Glyph } from '../ui/glyph.tsx'

const WAYS = [
  {
    shape: 'arrow',
    name: t('Move'),
    means: t('The other machine gives up its refresh token, and this one renews the login from then on.'),
  },
  {
    shape: 'square-open',
    name: t('Borrow'),
    means: t(
      'Only the access token comes over. Before it expires, this machine asks the other for the next.',
    ),
  },
  {
    shape: 'target',
    name: t('Sign in here'),
    means: t('A login of its own, with your browser or a code. Nothing is copied, nothing changes there.'),
  },
] as const

export function NodeIntro() {
  return (
    <section className="settings-part">
      <h2>{t('Three ways to bring a login over')}</h2>
      <ul className="card settings-card">
        {WAYS.map(({ shape, name, means }) => (
          <li key={name} className="setting sealing">
            <Glyph shape={shape} tone="quiet" />
            <div className="setting-words">
              <p className="setting-title">{name}</p>
              <p className="setting-note">{means}</p>
            </div>
          </li>
        ))}
      </ul>
      <p className="settings-note">
        {t(
          'You see what each of them would do, login by login, before anything is written on either machine.',
        )}
      </p>
    </section>
  )
}
