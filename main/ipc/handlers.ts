/** One line for each request of the contract. */
import { AppError } from '../../app/base/errors.ts'
import type { Files } from '../../app/base/ports.ts'
import { shellWord } from '../../app/base/shell-word.ts'
import type { CatalogueAnswers } from '../../app/contract/catalogue.ts'
import type { Navigation } from '../../app/contract/channels.ts'
import type { ProgramsView } from '../../app/contract/consumers.ts'
import type {
  AboutView,
  CommandView,
  OverviewView,
  ProviderEdit,
  ProviderView,
  SettingsChange,
  SettingsView,
} from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import { Secret } from '../../app/model/secret.ts'
import type { ServiceCommand } from '../../app/platform/service/service-command.ts'
import { t } from '../../app/words/t.ts'
import { checkBeforeRestart } from '../restart-check.ts'
import type { Dialogs } from '../window/dialogs.ts'
import type { Popover } from '../window/popover.ts'
import { createFileHandlers } from './file-handlers.ts'
import { createFleetHandlers, type FleetDesktop } from './fleet-handlers.ts'
import type { Handlers } from './handle.ts'

export interface Desktop {
  readonly dialogs: Dialogs
  readonly files: Pick<Files, 'writeAtomic'>
  now(): number
  /** The core's, with what the desktop has to add. */
  overview(): OverviewView
  /** The window has asked for its first views, and hears events. */
  listening(): void
  /** @throws AppError AUTOSTART_UNAVAILABLE, STORE_UNWRITABLE */
  startAtLogin(on: boolean): Promise<void>
  /** Whether it can be spoken. @throws where its words are not there any more */
  checkLanguage(chosen: SettingsView['language']): Promise<void>
  /** Shows the item in the system's file manager. */
  reveal(path: string): void
  copy(text: string): void
  /** In the system's browser. @throws AppError ARGUMENT_INVALID for what is not safe to open */
  openPage(address: string): Promise<void>
  about(): AboutView
  /** @throws AppError AUTOSTART_UNAVAILABLE, STORE_READ_ONLY, STORE_UNWRITABLE */
  installCommand(): CommandView
  /** Our command line, as other programs start it. @throws AppError HOST_ABSENT: nobody could */
  ownCommand(): ServiceCommand
  /** Brings the window to the front, and puts the small one away. */
  openWindow(to?: Navigation): void
  showDemo(): void
  readonly popover: Pick<Popover, 'hide' | 'fit'>
  readonly fleet: FleetDesktop
}

const BY_PERSON = { askedBy: 'person' }

export function createHandlers(core: Core, desktop: Desktop): Handlers {
  return {
    ...createFileHandlers({ core, ...desktop, versions: () => versionsOf(desktop.about()) }),
    'overview:get': () => {
      desktop.listening()
      return desktop.overview()
    },
    'overview:look': () => core.look().then(desktop.overview),
    'popover:get': () => desktop.overview(),
    'popover:fit': (height) => done(() => desktop.popover.fit(height)),
    'popover:hide': () => done(desktop.popover.hide),
    'window:open': (to) => done(() => desktop.openWindow(to)),
    'demo:show': () => done(desktop.showDemo),
    'restart:check': () => checkBeforeRestart(core, () => desktop.now()),
    'token:copy': (profileId) => copyToken(core, desktop, profileId),
    'profile:refresh': (profileId) => core.refresh(profileId, BY_PERSON),
    'profile:repair': (profileId) => core.repair(profileId),
    'profile:rename': (profileId, name) => core.rename(profileId, name),
    'profile:forget': (profileId) => core.forget(profileId),
    'profile:sign-out-plan': (profileId) => core.logoutPlan(profileId),
    'profile:sign-out': (profileId) => core.logout(profileId),
    'profile:take-back': (profileId) => core.takeBack(profileId),
    'profile:locks': (profileId) => core.locks(profileId),
    'profile:remove-lock': (profileId, path, identity) => core.removeLock(profileId, path, identity),
    'refresh:due': () => core.refreshDue(BY_PERSON),
    'schedule:pause': (untilMs) => core.pause(untilMs).then(desktop.overview),
    'schedule:resume': () => core.resume().then(desktop.overview),
    'settings:get': () => core.settings(),
    'settings:set': (change) => changeSettings(core, desktop, change),
    'hook:set': (event, command) => setHook(core, desktop, event, command),
    'hook:remove': (event) => core.hooks.change(event, undefined).then(() => core.settings()),
    'hook:undo': (event) => core.hooks.undo(event).then(() => core.settings()),
    'hook:try': (event) => core.hooks.try(event),
    'security:get': () => core.security.list(),
    'security:mend': (findingId) => core.security.mend(findingId),
    'security:undo': (findingId) => core.security.undo(findingId),
    'openclaw:get': () => core.openclaw.logins(),
    'openclaw:plan': (request) => core.openclaw.plan(request),
    'openclaw:use': (request) => core.openclaw.use(request, desktop.ownCommand()),
    'openclaw:end': (request) => core.openclaw.end(request),
    'history:get': (query) => core.history(query),
    'history:races': (query) => core.races(query),
    'owners:get': () => core.programs(),
    'providers:list': () => core.providers(),
    'provider:add': (provider, secret) =>
      core.proposeProvider(provider, secret ? new Secret(secret) : undefined),
    'provider:edit': (id) => core.providerEdit(id),
    'provider:change': (edit) => changeProvider(core, desktop, edit),
    'provider:add-mcp': (url, clientId) => core.proposeMcpServer(url, clientId),
    'catalogue:search': (words) => core.catalogue(words),
    'catalogue:entry': (entryId, answers) => core.catalogueEntry(entryId, answers),
    'catalogue:open-page': (entryId, answers) => openRegistration(core, desktop, entryId, answers),
    'key:add': (input, key) => core.addKey(input, new Secret(key)),
    'key:replace': (profileId, key, expiresAtMs) =>
      core.replaceKey(profileId, new Secret(key), expiresAtMs).then(() => true as const),
    'login:start': (request) => core.logins.start(request),
    'login:paste': (loginId, address) => core.logins.paste(loginId, address),
    'login:cancel': (loginId) => core.logins.cancel(loginId),
    'login:open-browser': (loginId) => core.logins.openBrowser(loginId),
    'about:get': () => desktop.about(),
    'command:install': () => desktop.installCommand(),
    'logins:get': () => core.logins.list(),
    'path:reveal': (path) => reveal(core, desktop, path),
    'clipboard:write': (text) => copy(desktop, text),
    'programs:get': () => programsOf(core),
    'program:plan': (request) => core.connections.plan(request),
    'program:connect': (request, planId) => core.connections.connect(request, planId),
    'program:prove': (connectionId) => core.connections.prove(connectionId),
    'program:disconnect': (connectionId) =>
      core.connections.disconnect(connectionId).then(() => programsOf(core)),
    'program:withhold': (profileId, program, isWithheld) =>
      core.withhold(profileId, program, isWithheld).then(() => programsOf(core)),
    'questions:get': () => core.consent.questions(),
    'question:answer': (questionId, answer) =>
      core.consent.answer(questionId, answer).then(() => core.consent.questions()),
    'consent:take-back': (program, login) =>
      core.consent.takeBack(program, login).then(() => programsOf(core)),
    'doors:get': () => core.doors.list(),
    'door:add': (request) => core.doors.add(request),
    'door:remove': (name) => core.doors.remove(name).then(() => core.doors.list()),
    'nodes:get': () => core.nodes.list(),
    'node:add': (destination, name) => core.nodes.add(destination, name),
    'node:remove': (nodeId) => core.nodes.remove(nodeId),
    'node:look': (nodeId) => core.nodes.look(nodeId),
    'node:trust': (nodeId) => core.nodes.trust(nodeId),
    'node:bring': (nodeId, choices) => core.nodes.bring(nodeId, choices),
    'node:send': (nodeId, choices) => core.nodes.send(nodeId, choices),
    'node:take-over': (profileId) => core.nodes.takeOver(profileId),
    ...createFleetHandlers(core, desktop.fleet),
  }
}

async function programsOf({ connections, askers, keptFiles, consent }: Core): Promise<ProgramsView> {
  return {
    consumers: await connections.consumers(),
    connections: await connections.list(),
    askers: askers.list(),
    keptFiles: keptFiles.list(),
    answers: await consent.list(),
  }
}

function versionsOf({ version, electron, chromium, node, platform }: AboutView): Record<string, string> {
  return { Lamplighter: version, Electron: electron, Chromium: chromium, 'Node.js': node, System: platform }
}

/** The system first: a setting that could not be arranged is not written down. */
async function changeSettings(core: Core, desktop: Desktop, change: SettingsChange): Promise<SettingsView> {
  if (change.language !== undefined) await desktop.checkLanguage(change.language)
  if (change.startAtLogin !== undefined) await desktop.startAtLogin(change.startAtLogin)
  return core.changeSettings(change)
}

/** Where tokens go is a person's to say, as well. */
async function changeProvider(
  core: Core,
  { dialogs }: Desktop,
  edit: ProviderEdit,
): Promise<readonly ProviderView[] | undefined> {
  const before = core.providerEdit(edit.id)
  const moved = addresses().filter(([name]) => edit[name] !== undefined && edit[name] !== before[name])
  const agreed =
    moved.length === 0 ||
    (await dialogs.confirm({
      message: t('Send what is secret about {name} to another address?', { name: before.name ?? edit.id }),
      detail: moved
        .map(([name, label]) =>
          t('{label}: {edit} (was: {before})', {
            label,
            edit: edit[name],
            before: before[name] ?? t('none'),
          }),
        )
        .join('\n'),
      yes: t('Change it'),
    }))
  if (!agreed) return undefined
  await core.changeProvider(edit)
  return core.providers()
}

const addresses = () =>
  [
    ['issuer', t('Issuer')],
    ['authorizationEndpoint', t('Authorization endpoint')],
    ['tokenEndpoint', t('Token endpoint')],
    ['deviceAuthorizationEndpoint', t('Device authorization endpoint')],
  ] as const

/** What runs by itself is a person's to say, and never a page's: the system's own dialog shows every word of it. */
async function setHook(
  core: Core,
  { dialogs }: Desktop,
  event: string,
  command: readonly string[],
): Promise<SettingsView | undefined> {
  const agreed = await dialogs.confirm({
    message: t('Let Lamplighter run this command by itself?'),
    detail: t(
      '{command}\n\nFor “{event}”, as this user, with one line of JSON about the login and no token.',
      { command: command.map(shellWord).join(' '), event },
    ),
    yes: t('Let it run'),
  })
  if (!agreed) return undefined
  await core.hooks.change(event, command)
  return core.settings()
}

/** Only what a view names: the window cannot make us touch any other path. */
async function reveal(core: Core, desktop: Desktop, path: string): Promise<true> {
  const { profiles, places, problems } = core.overview()
  const named = [
    ...places,
    ...problems,
    ...profiles.flatMap((profile) => profile.holders),
    ...desktop.about().paths,
  ]
  const known =
    named.some((item) => item.path === path) ||
    (await core.imports.list()).some(({ backup }) => backup === path) ||
    (await core.security.list()).some((found) => found.path === path)
  if (!known) throw new AppError('ARGUMENT_INVALID', 'Only the places Lamplighter uses can be shown.')
  desktop.reveal(path)
  return true
}

/** The page that the catalogue names: the window cannot make us open any other. */
async function openRegistration(
  core: Core,
  desktop: Desktop,
  entryId: string,
  answers: CatalogueAnswers | undefined,
): Promise<true> {
  const { name, register } = await core.catalogueEntry(entryId, answers)
  if (register.page === undefined) {
    throw new AppError(
      'ARGUMENT_INVALID',
      `The page of ${name} is not known before what it asks for is filled in.`,
    )
  }
  await desktop.openPage(register.page)
  return true
}

/** The token goes to the clipboard from here, and never to a page. */
async function copyToken(core: Core, desktop: Desktop, profileId: string): Promise<true> {
  const { accessToken } = await core.token(profileId, BY_PERSON)
  return copy(desktop, accessToken.expose())
}

function done(work: () => void): true {
  work()
  return true
}

function copy(desktop: Desktop, text: string): true {
  desktop.copy(text)
  return true
}
