/** Whether anybody is told when this login needs something. It is kept alive either way. */
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { BellIcon, BellOffIcon } from '../ui/icons.tsx'

export function useMuted(profileId: string): boolean {
  return useAppState((state) => state.settings?.notifications.mutedProfiles.includes(profileId) ?? false)
}

export function MuteButton(props: { profileId: string }) {
  const actions = useActions()
  const muted = useMuted(props.profileId)
  const known = useAppState((state) => state.settings !== undefined)
  if (!known) return null
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={t('Mute notifications')}
      aria-pressed={muted}
      title={muted ? t('Notifications are muted: unmute') : t('Mute notifications')}
      onClick={() => void actions.mute(props.profileId, !muted)}
    >
      {muted ? <BellOffIcon /> : <BellIcon />}
    </button>
  )
}
