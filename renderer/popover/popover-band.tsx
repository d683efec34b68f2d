/** How things stand, at dusk: the sentence and the street of the window, small. */
import { useMemo } from 'react'
import { needingYou } from '../../app/contract/problems.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { Street } from '../logins/street.tsx'
import { bandOf, streetOf } from '../model/band.ts'

export function PopoverBand(props: { overview: OverviewView; welcomed: boolean }) {
  const { overview, welcomed } = props
  const { profiles, atMs } = overview
  const lamps = useMemo(() => streetOf(profiles, atMs), [profiles, atMs])
  const { mood, headline, why } = wordsOf(overview, welcomed)
  return (
    <header className={`popover-band band band-${mood}`}>
      <h1>{headline}</h1>
      <p className="band-why">{why}</p>
      {welcomed ? <Street lamps={lamps} /> : null}
    </header>
  )
}

function wordsOf(overview: OverviewView, welcomed: boolean): { mood: string; headline: string; why: string } {
  const count = overview.profiles.length
  if (!welcomed) {
    return {
      mood: 'paused',
      headline: t('{logins} found', { logins: counted(count, 'login') }),
      why: t('Nothing is renewed before you begin.'),
    }
  }
  if (count > 0 || needingYou(overview).count > 0) return bandOf(overview, overview.atMs)
  return {
    mood: 'paused',
    headline: t('No logins yet'),
    why: t('Lamplighter lights a lamp for each login it finds.'),
  }
}
