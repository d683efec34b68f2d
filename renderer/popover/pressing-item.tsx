/** A login that needs somebody, or is worth a look, and the one button that mends it. */
import { t } from '../../app/words/t.ts'
import { calledOf } from '../format/labels.ts'
import { Tile } from '../ui/tile.tsx'
import type { PressingRow } from './popover-rows.ts'
import { useBusy, usePopover } from './popover-state.ts'

export function PressingItem(props: { row: PressingRow }) {
  const { profile, attention, why } = props.row
  const { actions } = usePopover()
  const signing = useBusy(`sign-in ${profile.id}`)
  const needsYou = attention === 'needs-you'
  const signsIn = needsYou && profile.can.login
  return (
    <li className="popover-row" data-attention={attention}>
      <Tile name={profile.providerName} />
      <div className="popover-lines">
        <div className="popover-name clip">{calledOf(profile)}</div>
        <div className="popover-sub clip" title={why}>
          {why}
        </div>
      </div>
      <button
        type="button"
        className={`button ${signsIn ? 'button-primary' : ''}`}
        aria-label={`${signsIn ? t('Sign in') : t('Show')}: ${calledOf(profile)}`}
        aria-disabled={signing}
        onClick={() =>
          signsIn ? actions.signIn(profile.id) : actions.open({ screen: 'logins', profileId: profile.id })
        }
      >
        {signing ? t('Signing in…') : signsIn ? t('Sign in') : t('Show')}
      </button>
    </li>
  )
}
