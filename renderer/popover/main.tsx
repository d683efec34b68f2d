// Before all others: they make their words as they are loaded.
import '../language.ts'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserWorld } from '../format/ticker.ts'
import { createPopover } from './popover-state.ts'
import { PopoverView } from './popover-view.tsx'
import './popover.css'

const root = document.getElementById('root')
if (!root) throw new Error('popover.html has no #root')
if (window.bridge) {
  createRoot(root).render(
    <StrictMode>
      <PopoverView popover={createPopover(window.bridge, browserWorld())} />
    </StrictMode>,
  )
}
