/** What a person has put together for an export, and whether it can be written. */
import type { ExportChoiceView, ExportRequest } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'

export interface ExportDraft {
  /** Ids of profiles. */
  readonly chosen: ReadonlySet<string>
  readonly by: 'passphrase' | 'keys'
  readonly passphrase: string
  readonly again: string
  /** One for each line. */
  readonly keys: string
  /** The person has read what two owners mean. */
  readonly sure: boolean
}

/** By the field that it is about. */
export type ExportErrors = Readonly<
  Partial<Record<'chosen' | 'sure' | 'passphrase' | 'again' | 'keys', string>>
>

const MIN_PASSPHRASE_LENGTH = 8 // the core refuses a shorter one as well

export const EMPTY_DRAFT: ExportDraft = {
  chosen: new Set(),
  by: 'passphrase',
  passphrase: '',
  again: '',
  keys: '',
  sure: false,
}

/** Whatever may go without a word. */
export function freeOnes(choices: readonly ExportChoiceView[]): ReadonlySet<string> {
  return new Set(choices.filter(({ kind }) => kind === 'free').map(({ profileId }) => profileId))
}

/** What may go comes before what would fork, and that before what stays. */
export function orderedChoices(choices: readonly ExportChoiceView[]): readonly ExportChoiceView[] {
  const order = ['free', 'fork', 'bound']
  return [...choices].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
}

export function forksChosen(choices: readonly ExportChoiceView[], draft: ExportDraft): boolean {
  return choices.some(({ kind, profileId }) => kind === 'fork' && draft.chosen.has(profileId))
}

export function errorsIn(choices: readonly ExportChoiceView[], draft: ExportDraft): ExportErrors {
  return {
    ...(draft.chosen.size === 0 ? { chosen: t('Choose at least one login.') } : {}),
    ...(forksChosen(choices, draft) && !draft.sure
      ? { sure: t('Say that this is what you want, or leave them out.') }
      : {}),
    ...(draft.by === 'keys'
      ? keysOf(draft).length === 0
        ? { keys: 'Paste at least one key.' }
        : {}
      : passphraseErrors(draft)),
  }
}

function passphraseErrors({ passphrase, again }: ExportDraft): ExportErrors {
  if ([...passphrase].length < MIN_PASSPHRASE_LENGTH) {
    return {
      passphrase: t('At least {minPassphraseLength} characters: it is all that protects the file.', {
        minPassphraseLength: MIN_PASSPHRASE_LENGTH,
      }),
    }
  }
  return passphrase === again ? {} : { again: t('The two differ.') }
}

export function requestOf(choices: readonly ExportChoiceView[], draft: ExportDraft): ExportRequest {
  return {
    profileIds: choices.map(({ profileId }) => profileId).filter((id) => draft.chosen.has(id)),
    protection: draft.by === 'keys' ? { recipients: keysOf(draft) } : { passphrase: draft.passphrase },
    withForks: forksChosen(choices, draft),
  }
}

/** Empty lines and those that begin with # say nothing, as in a file of keys. */
function keysOf({ keys }: ExportDraft): readonly string[] {
  return keys
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}
