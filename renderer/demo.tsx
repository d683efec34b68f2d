/**
 * The window with made-up logins, for who has none yet: in a page of its own, which knows no core. What is clicked happens
 * to the samples, and a sign-in succeeds by itself.
 */
import { createRoot } from 'react-dom/client'
import { currentLanguage, t } from '../app/words/t.ts'
import { browserWorld } from './format/ticker.ts'
import { App } from './shell/app.tsx'
import { createApp } from './state/app-context.ts'
import './demo.css'
import { createFakeBridge, type FakeBridge } from './preview/fake-bridge.ts'
import { crowd, sampleHistory } from './preview/sample-crowd.ts'
import { withRoutine } from './preview/sample-history.ts'
import { threeNodes } from './preview/sample-nodes.ts'
import { sampleOverview } from './preview/sample-profiles.ts'
import { samplePrograms } from './preview/sample-programs.ts'
import { SETTINGS } from './preview/sample-settings.ts'

/** As long as somebody would take in a browser that knows them. */
const SIGN_IN_MS = 2_500

export function createDemo(nowMs: number): FakeBridge {
  const profiles = crowd(nowMs, 12)
  const bridge = createFakeBridge({
    overview: sampleOverview(nowMs, profiles),
    history: withRoutine(sampleHistory(nowMs, profiles), profiles, nowMs),
    settings: { ...SETTINGS, language: currentLanguage() },
    nodes: threeNodes(nowMs),
    programs: samplePrograms(nowMs),
    now: () => Date.now(),
  })
  bridge.on('login', ({ id, profileId, account, step }) => {
    if ((step.kind !== 'browser' && step.kind !== 'device') || profileId === undefined) return
    setTimeout(() => {
      bridge.step(id, { kind: 'done', profileId, account: account ?? profileId })
      void bridge.request('profile:refresh', profileId)
    }, SIGN_IN_MS)
  })
  return bridge
}

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <div className="demo">
      <section className="demo-note" aria-label={t('Lamplighter demo')}>
        {t('A demo: none of these logins is real, and nothing of yours is touched.')}
      </section>
      <App parts={createApp(createDemo(Date.now()), browserWorld())} />
    </div>,
  )
}
