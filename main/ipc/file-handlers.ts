/** The requests that end in a file the person chose: import, and what is saved for others to read. */
import type { Files } from '../../app/base/ports.ts'
import type { Core } from '../../app/core.ts'
import { t } from '../../app/words/t.ts'
import type { Dialogs } from '../window/dialogs.ts'
import type { Handlers } from './handle.ts'

export interface FileDeps {
  readonly core: Pick<Core, 'exportHistory' | 'imports' | 'supportText'>
  readonly dialogs: Dialogs
  readonly files: Pick<Files, 'writeAtomic'>
  /** "Lamplighter" -> "0.1.0", "Electron" -> … */
  readonly versions: () => Readonly<Record<string, string>>
  readonly now: () => number
}

interface FileKind {
  readonly name: string
  readonly extensions: string[]
}

// Made when a dialog opens: the language may have changed since.
const any = (): FileKind => ({ name: t('All files'), extensions: ['*'] })
const logins = (): FileKind => ({ name: t('Logins'), extensions: ['json', 'age'] })
const bundle = (): FileKind => ({ name: t('age file'), extensions: ['age'] })
const plainText = (): FileKind => ({ name: t('Text'), extensions: ['txt'] })
const EXPORTS = {
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
}

export function createFileHandlers({ core, dialogs, files, versions, now }: FileDeps) {
  /** @returns the path, undefined when the person thought better of it. @throws AppError STORE_UNWRITABLE */
  async function save(title: string, kind: string, filter: FileKind, text: () => Promise<string>) {
    const path = await dialogs.saveFile(title, fileName(kind, filter), [filter, any()])
    if (path !== undefined) await files.writeAtomic(path, await text())
    return path
  }

  function fileName(kind: string, { extensions }: FileKind): string {
    return `lamplighter-${kind}-${dayOf(now())}.${extensions[0]}`
  }

  return {
    async 'import:choose'() {
      const path = await dialogs.openFile(t('Import logins'), [logins(), any()])
      return path === undefined ? undefined : core.imports.plan(path)
    },
    'import:plan': (path, passphrase, identityPath) => core.imports.plan(path, passphrase, identityPath),
    'import:choose-identity': () => dialogs.openFile(t('Choose the key that opens the file'), [any()]),
    'import:apply': (planId, rowIds) => core.imports.apply(planId, rowIds),
    'import:undo': (resultId) => core.imports.undo(resultId),
    'imports:get': () => core.imports.list(),
    'export:choices': () => core.imports.exportable(),
    async 'export:save'({ profileIds, protection, withForks }) {
      await core.imports.checkProtection(protection) // nobody chooses a place for a file that cannot be written
      const path = await dialogs.saveFile(t('Export logins'), fileName('logins', bundle()), [bundle(), any()])
      if (path === undefined) return undefined
      // The system has asked about a file that is there already.
      const told = await core.imports.exportTo(path, profileIds, protection, { withForks, overwrite: true })
      return { path, ...told }
    },
    'history:export': (format, query) =>
      save(t('Export the history'), 'history', EXPORTS[format], () => core.exportHistory(format, query)),
    'support:preview': () => core.supportText(versions()),
    'support:save': () =>
      save(t('Save the support bundle'), 'support', plainText(), () => core.supportText(versions())),
  } satisfies Partial<Handlers>
}

/** "2026-01-15", local. */
function dayOf(ms: number): string {
  const date = new Date(ms)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
