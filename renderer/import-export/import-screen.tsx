/** Logins from another machine: a file is compared with what is here, then written with a way back. */
import { type DragEvent, type ReactNode, useEffect, useState } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import type { ImportStep } from '../state/import-step.ts'
import { BackIcon } from '../ui/icons.tsx'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { EarlierImports } from './import-earlier.tsx'
import { ImportIdentity } from './import-identity.tsx'
import { ImportPassphrase } from './import-passphrase.tsx'
import { ImportPlan } from './import-plan.tsx'
import { ImportResult } from './import-result.tsx'
import { ImportStart } from './import-start.tsx'

export function ImportScreen() {
  const actions = useActions()
  const step = useAppState((state) => state.importing)
  useEffect(() => void actions.loadImports(), [actions])
  const busy = step.kind === 'plan' && step.applying
  return (
    <main className="screen page-screen">
      <DropArea off={busy} onDrop={(file) => void actions.dropImport(file)}>
        {step.kind === 'idle' ? <Back /> : null}
        <NoticeBanner />
        <Step step={step} />
        {step.kind === 'plan' ? null : (
          <EarlierImports {...(step.kind === 'result' ? { except: step.resultId } : {})} />
        )}
      </DropArea>
    </main>
  )
}

function Step(props: { step: ImportStep }) {
  const { step } = props
  switch (step.kind) {
    case 'idle':
    case 'choosing':
    case 'reading':
      return <ImportStart step={step} />
    case 'passphrase':
      return <ImportPassphrase step={step} />
    case 'identity':
      return <ImportIdentity step={step} />
    case 'plan':
      return <ImportPlan step={step} />
    case 'result':
      return <ImportResult resultId={step.resultId} />
  }
}

/** To Machines, of which an import is a part. */
function Back() {
  const actions = useActions()
  return (
    <button
      type="button"
      className="link-button back"
      onClick={() => {
        actions.show('nodes')
        document.querySelector<HTMLElement>('[data-screen="nodes"]')?.focus() // this button is gone
      }}
    >
      <BackIcon />
      {t('Machines')}
    </button>
  )
}

/** The whole page takes a file; the button does the same for those who do not drag. */
function DropArea(props: { off: boolean; onDrop: (file: File) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  function drag(event: DragEvent): void {
    if (props.off || !event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  function leave(event: DragEvent): void {
    const into = event.relatedTarget
    if (!(into instanceof Node) || !event.currentTarget.contains(into)) setOver(false)
  }
  function drop(event: DragEvent): void {
    setOver(false)
    if (props.off) return
    event.preventDefault()
    const [file] = event.dataTransfer.files
    if (file) props.onDrop(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way only; the button has a name and the focus
    <div
      className="page import-page"
      data-over={over}
      onDragEnter={drag}
      onDragOver={drag}
      onDragLeave={leave}
      onDrop={drop}
    >
      {props.children}
    </div>
  )
}
