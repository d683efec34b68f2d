/** Draws the small window's page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserWorld } from '../format/ticker.ts'
import { createPopover } from './popover-state.ts'
import { PopoverView } from './popover-view.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('popover.html has no #root')
if (window.bridge) {
  createRoot(root).render(
    <StrictMode>
      <PopoverView popover={createPopover(window.bridge, browserWorld())} />
    </StrictMode>,
  )
}
