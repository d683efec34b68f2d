/** Takes the history elsewhere: the range on screen, or all there is; then says where it went. */
import { capitalized } from '../../app/words/number-word.ts'
import { t } from '../../app/words/t.ts'
import { rangeOf } from '../model/ranges.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { CloseButton } from '../ui/close-button.tsx'
import { CopyButton } from '../ui/failure-note.tsx'
import { MenuButton } from '../ui/menu-button.tsx'

const FORMATS = ['csv', 'json'] as const

export function ExportMenu() {
  const actions = useActions()
  const range = useAppState((state) => rangeOf(state.historyRange))
  const items = [range, undefined].flatMap((part) =>
    FORMATS.map((format) => ({
      id: `${part?.id ?? 'all'}-${format}`,
      label: t('{what} as {format}…', {
        what: part ? capitalized(part.words) : t('Everything'),
        format: format.toUpperCase(),
      }),
      run: () => void actions.exportHistory(format, part?.id),
    })),
  )
  return (
    <MenuButton className="button button-large" items={items} align="end">
      {t('Export…')}
    </MenuButton>
  )
}

export function ExportNote() {
  const actions = useActions()
  const path = useAppState((state) => state.exportedTo)
  if (path === undefined) return null
  return (
    <p className="banner banner-line">
      <span className="banner-text">
        <span className="clip-start" title={path}>
          <bdi>{t('Saved to {path}', { path })}</bdi>
        </span>
      </span>
      <CopyButton text={path} label={t('Copy path')} />
      <CloseButton label={t('Dismiss')} small onClose={actions.dismissExport} />
    </p>
  )
}
