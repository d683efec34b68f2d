/** One line for each request of the contract. */
import type { AboutView } from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import { AppError } from '../../app/errors.ts'
import type { Handlers } from './handle.ts'

export interface Desktop {
  /** Shows the item in the system's file manager. */
  reveal(path: string): void
  copy(text: string): void
  about(): AboutView
}

const BY_PERSON = { askedBy: 'person' }

export function createHandlers(core: Core, desktop: Desktop): Handlers {
  return {
    'overview:get': () => core.overview(),
    'profile:refresh': (profileId) => core.refresh(profileId, BY_PERSON),
    'profile:repair': (profileId) => core.repair(profileId),
    'profile:locks': notYet,
    'refresh:due': () => core.refreshDue(BY_PERSON),
    'schedule:pause': (untilMs) => core.pause(untilMs).then(() => core.overview()),
    'schedule:resume': () => core.resume().then(() => core.overview()),
    'settings:get': () => core.settings(),
    'settings:set': (change) => core.changeSettings(change),
    'history:get': (query) => core.history(query),
    'providers:list': () => core.providers(),
    'provider:add': (provider) => core.addProvider(provider),
    'login:start': (request) => core.logins.start(request),
    'login:paste': (loginId, address) => core.logins.paste(loginId, address),
    'login:cancel': (loginId) => core.logins.cancel(loginId),
    'login:open-browser': (loginId) => core.logins.openBrowser(loginId),
    'import:choose': notYet,
    'import:plan': notYet,
    'import:apply': notYet,
    'import:undo': notYet,
    'imports:get': () => [],
    'history:export': notYet,
    'support:preview': notYet,
    'support:save': notYet,
    'about:get': () => desktop.about(),
    'logins:get': () => core.logins.list(),
    'path:reveal': (path) => reveal(core, desktop, path),
    'clipboard:write': (text) => copy(desktop, text),
  }
}

/** Named in the contract, and not built. */
function notYet(): never {
  throw new AppError('INTERNAL', 'Lamplighter cannot do this yet.')
}

/** Only what the overview names: the window cannot make us touch any other path. */
function reveal(core: Core, desktop: Desktop, path: string): true {
  const { profiles, places } = core.overview()
  const known = [...places, ...profiles.flatMap((profile) => profile.holders)].some(
    (item) => item.path === path,
  )
  if (!known) throw new AppError('ARGUMENT_INVALID', 'Only the places Lamplighter reads can be shown.')
  desktop.reveal(path)
  return true
}

function copy(desktop: Desktop, text: string): true {
  desktop.copy(text)
  return true
}
