/** Adding a login: one search over every way there is, then only what is missing. */
import { useState } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { Dialog } from '../ui/dialog.tsx'
import { AddList } from './add-list.tsx'
import type { AddChoice } from './add-options.ts'
import { EntryForm } from './entry-form.tsx'
import { KeyForm } from './key-form.tsx'
import { ProviderForm } from './provider-form.tsx'

type Page = Extract<AddChoice, { kind: 'entry' | 'server' | 'key' }>

export function AddDialog() {
  const actions = useActions()
  const providers = useAppState((state) => state.providers)
  const [query, setQuery] = useState('')
  const [page, setPage] = useState<Page>()
  const [name, setName] = useState<string>()
  const back = () => setPage(undefined)

  function choose(choice: AddChoice): void {
    switch (choice.kind) {
      case 'provider':
        return void actions.signIn({ providerId: choice.id })
      case 'login':
        return void actions.closeDialog().then(() => actions.openDetail(choice.profileId))
      case 'machine':
        return void actions.closeDialog().then(() => actions.show('nodes'))
      case 'file':
        return void actions.closeDialog().then(() => actions.show('import'))
      default:
        setName(undefined)
        setPage(choice)
    }
  }

  return (
    <Dialog
      key={page?.kind ?? 'list'}
      title={titleOf(page, name)}
      {...(page?.kind === 'server' ? { lead: t('Any server that speaks OAuth 2.0') } : {})}
      className="dialog-add"
      onClose={() => void actions.closeDialog()}
    >
      {page === undefined ? <AddList query={query} onQuery={setQuery} onChoose={choose} /> : null}
      {page?.kind === 'entry' ? <EntryForm id={page.id} onBack={back} onName={setName} /> : null}
      {page?.kind === 'server' ? (
        <ProviderForm known={providers ?? []} address={page.address} onBack={back} />
      ) : null}
      {page?.kind === 'key' ? <KeyForm onBack={back} /> : null}
    </Dialog>
  )
}

function titleOf(page: Page | undefined, name: string | undefined): string {
  switch (page?.kind) {
    case 'entry':
      return name === undefined ? t('Add a login') : t('Add {name}', { name })
    case 'server':
      return t('Another server')
    case 'key':
      return t('Add a key')
    case undefined:
      return t('Add a login')
  }
}
