/**
 * The small window under a panel, for pictures: once with a login that needs somebody, once on a quiet day.
 * places: with files that cannot be used.
 * Not part of the product: popover.html never loads it.
 */
import { createRoot } from 'react-dom/client'
import type { OverviewView } from '../../app/contract/views.ts'
import { browserWorld } from '../format/ticker.ts'
import { attentionOf } from '../model/attention.ts'
import { createPopover } from '../popover/popover-state.ts'
import { PopoverView } from '../popover/popover-view.tsx'
import { Logo } from '../ui/lamp.tsx'
import '../popover/popover.css'
import './popover-preview.css'
import { createFakeBridge } from './fake-bridge.ts'
import { crowd } from './sample-crowd.ts'
import { brokenPlaces } from './sample-places.ts'
import { sampleOverview } from './sample-profiles.ts'
import { SETTINGS } from './sample-settings.ts'

const nowMs = Date.now()
const PRESSING: ReadonlySet<string> = new Set(['needs-you', 'look'])
const all = crowd(nowMs, 12)
const calm = all.filter((profile) => !PRESSING.has(attentionOf(profile, nowMs)))

function popoverOf(overview: OverviewView) {
  return createPopover(
    createFakeBridge({ overview, settings: SETTINGS, now: () => Date.now() }),
    browserWorld(),
  )
}

const broken = new URLSearchParams(location.search).has('places') ? brokenPlaces(nowMs) : []

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <div className="desk">
      <div className="panel">
        <Logo />
        <span>
          {new Date(nowMs).toLocaleString('en-GB', { weekday: 'short', hour: '2-digit', minute: '2-digit' })}
        </span>
      </div>
      {[all, calm].map((profiles) => (
        <div className="desk-window" key={profiles.length}>
          <PopoverView popover={popoverOf({ ...sampleOverview(nowMs, profiles), places: broken })} />
        </div>
      ))}
    </div>,
  )
}
