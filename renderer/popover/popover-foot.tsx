/** What the small window can do about everything at once, and what was last answered. */
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import type { OverviewView } from '../../app/contract/views.ts'
import { known } from '../../app/words/known.ts'
import { t } from '../../app/words/t.ts'
import { pauseChoices } from '../logins/pause-choices.ts'
import { CoreWords } from '../ui/core-words.tsx'
import { useBusy, usePopover } from './popover-state.ts'

export function PopoverFoot(props: { overview: OverviewView | undefined; welcomed: boolean; told: string }) {
  const { overview, welcomed, told } = props
  const { store, actions } = usePopover()
  const restart = useStore(store, (state) => state.restart)
  const choosesPause = useStore(store, (state) => state.choosesPause)
  const checking = useBusy('check')
  if (!welcomed) {
    return (
      <footer className="popover-foot">
        <button type="button" className="button button-primary" onClick={() => actions.open()}>
          {t('Open Lamplighter to begin')}
        </button>
      </footer>
    )
  }
  const paused = overview?.scheduler.paused
  return (
    <footer className="popover-foot">
      <div className="popover-told" role="status">
        {restart ? (
          <>
            <strong>{known(restart.message)}</strong>
            <span className="popover-detail">
              <CoreWords words={restart.detail} />
            </span>
          </>
        ) : (
          told
        )}
      </div>
      {choosesPause ? <PauseChoices /> : null}
      <div className="popover-buttons">
        {overview && overview.profiles.length > 0 ? (
          <button
            type="button"
            className="button"
            aria-disabled={checking}
            onClick={() => (checking ? undefined : actions.check())}
          >
            {checking ? t('Checking…') : t('Can programs restart?')}
          </button>
        ) : null}
        {paused ? (
          <button type="button" className="button" onClick={() => actions.resume()}>
            {t('Resume')}
          </button>
        ) : (
          <button
            type="button"
            className="button"
            aria-expanded={choosesPause}
            onClick={() => actions.choosePause(!choosesPause)}
          >
            {t('Pause')}
          </button>
        )}
        <button type="button" className="button popover-open" onClick={() => actions.open()}>
          {t('Open')}
        </button>
      </div>
    </footer>
  )
}

function PauseChoices() {
  const { actions } = usePopover()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => list.current?.querySelector('button')?.focus(), [])
  return (
    <ul className="popover-pause" ref={list} aria-label={t('How long')}>
      {pauseChoices(Date.now()).map(({ id, label, untilMs }) => (
        <li key={id}>
          <button type="button" className="popover-way" onClick={() => actions.pause(untilMs)}>
            {label}
          </button>
        </li>
      ))}
    </ul>
  )
}
