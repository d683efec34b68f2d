/** The requests that end in a file the person chose: import, and what is saved for others to read. */

import type { Files } from '../../app/base/ports.ts'
import type { Core } from '../../app/core.ts'
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

const ANY = { name: 'All files', extensions: ['*'] }
const LOGINS = { name: 'Logins', extensions: ['json', 'age'] }
const BUNDLE = { name: 'age file', extensions: ['age'] }
const TEXT = { name: 'Text', extensions: ['txt'] }
const EXPORTS = {
  csv: { name: 'CSV', extensions: ['csv'] },
  json: { name: 'JSON', extensions: ['json'] },
}

export function createFileHandlers({ core, dialogs, files, versions, now }: FileDeps) {
  /** @returns the path, undefined when the person thought better of it. @throws AppError STORE_UNWRITABLE */
  async function save(title: string, kind: string, filter: typeof ANY, text: () => Promise<string>) {
    const path = await dialogs.saveFile(title, fileName(kind, filter), [filter, ANY])
    if (path !== undefined) await files.writeAtomic(path, await text())
    return path
  }

  function fileName(kind: string, { extensions }: typeof ANY): string {
    return `lamplighter-${kind}-${dayOf(now())}.${extensions[0]}`
  }

  return {
    async 'import:choose'() {
      const path = await dialogs.openFile('Import logins', [LOGINS, ANY])
      return path === undefined ? undefined : core.imports.plan(path)
    },
    'import:plan': (path, passphrase, identityPath) => core.imports.plan(path, passphrase, identityPath),
    'import:choose-identity': () => dialogs.openFile('Choose the key that opens the file', [ANY]),
    'import:apply': (planId, rowIds) => core.imports.apply(planId, rowIds),
    'import:undo': (resultId) => core.imports.undo(resultId),
    'imports:get': () => core.imports.list(),
    'export:choices': () => core.imports.exportable(),
    async 'export:save'({ profileIds, protection, withForks }) {
      core.imports.checkProtection(protection) // nobody chooses a place for a file that cannot be written
      const path = await dialogs.saveFile('Export logins', fileName('logins', BUNDLE), [BUNDLE, ANY])
      if (path === undefined) return undefined
      // The system has asked about a file that is there already.
      const told = await core.imports.exportTo(path, profileIds, protection, { withForks, overwrite: true })
      return { path, ...told }
    },
    'history:export': (format, query) =>
      save('Export the history', 'history', EXPORTS[format], () => core.exportHistory(format, query)),
    'support:preview': () => core.supportText(versions()),
    'support:save': () =>
      save('Save the support bundle', 'support', TEXT, () => core.supportText(versions())),
  } satisfies Partial<Handlers>
}

/** "2026-01-15", local. */
function dayOf(ms: number): string {
  const date = new Date(ms)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
