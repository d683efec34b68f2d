/** Draws the window's page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { t } from '../app/words/t.ts'
import { browserWorld } from './format/ticker.ts'
import { App } from './shell/app.tsx'
import { createApp } from './state/app-context.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
if (window.bridge) {
  createRoot(root).render(
    <StrictMode>
      <App parts={createApp(window.bridge, browserWorld())} />
    </StrictMode>,
  )
} else {
  // The preload script did not run: say so rather than show an empty window.
  root.textContent = t('This window could not be connected to Lamplighter. Close it and open it again.')
}
