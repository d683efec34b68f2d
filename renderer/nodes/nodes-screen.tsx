/** Other machines, and the wizard that brings logins over from them or sends them there. */
import { useEffect, useRef } from 'react'
import { useActions, useAppState } from '../state/app-context.ts'
import type { TransferStep } from '../state/transfer-step.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { NodesList } from './nodes-list.tsx'
import { TransferCheck } from './transfer-check.tsx'
import { TransferChoose } from './transfer-choose.tsx'
import { TransferResult } from './transfer-result.tsx'
import { TransferWays } from './transfer-ways.tsx'

export function NodesScreen() {
  const actions = useActions()
  const step = useAppState((state) => state.transfer)
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step.kind)
  useEffect(() => void actions.loadNodes().then(actions.lookAtNewNodes), [actions])
  useEffect(() => void actions.loadFleet(), [actions])
  useEffect(() => {
    // What had the focus went away with the wizard.
    if (step.kind === 'idle' && before.current !== 'idle') heading.current?.focus()
    before.current = step.kind
  }, [step.kind])
  return (
    <main className="screen page-screen">
      <div className="page nodes-page">
        <NoticeBanner />
        <Step step={step} heading={heading} />
      </div>
    </main>
  )
}

function Step(props: { step: TransferStep; heading: { readonly current: HTMLHeadingElement | null } }) {
  const { step } = props
  switch (step.kind) {
    case 'idle':
      return <NodesList heading={props.heading} />
    case 'choose':
      return <TransferChoose step={step} />
    case 'ways':
      return <TransferWays step={step} />
    case 'check':
    case 'applying':
      return <TransferCheck step={step} />
    case 'result':
      return <TransferResult step={step} />
  }
}
