/** A desktop that keeps what it is asked to do. */
import type { AboutView } from '../../app/contract/views.ts'
import type { Core } from '../../app/core.ts'
import type { Desktop } from '../../main/ipc/handlers.ts'
import { NOW_MS } from '../support/views.ts'

export const ABOUT: AboutView = {
  version: '1.0.0',
  electron: '',
  chromium: '',
  node: '',
  platform: 'linux x64',
  paths: [{ label: 'Settings', path: '/home/ada/.config/lamplighter/config.json' }],
  libraries: [],
}

export interface FakeDesktop extends Desktop {
  readonly fleet: { -readonly [K in keyof Desktop['fleet']]: Desktop['fleet'][K] }
  readonly revealed: string[]
  readonly copied: string[]
  readonly heard: string[]
  /** What the person picks next in a dialog; nothing: they think better of it. */
  readonly picks: string[]
  /** What was written, by path. */
  readonly written: Map<string, string>
  isStarting: boolean
}

export function fakeDesktop(core: Core): FakeDesktop {
  const pick = (title: string) => {
    desktop.heard.push(title)
    return Promise.resolve(desktop.picks.shift())
  }
  const desktop: FakeDesktop = {
    revealed: [],
    copied: [],
    heard: [],
    picks: [],
    isStarting: false,
    written: new Map(),
    files: { writeAtomic: async (path, text) => void desktop.written.set(path, text) },
    now: () => NOW_MS,
    ownCommand: () => ({ words: ['/opt/node', '/opt/lamplighter.cjs'], env: {} }),
    dialogs: {
      openFile: pick,
      saveFile: (title, name) => pick(`${title}: ${name}`),
      confirm: ({ detail, yes }) => pick(detail).then((answer) => answer === yes),
    },
    overview: () => core.overview(),
    listening: () => void desktop.heard.push('listening'),
    checkLanguage: async () => undefined,
    async startAtLogin(on) {
      desktop.isStarting = on
    },
    reveal: (path) => void desktop.revealed.push(path),
    openPage: async (address) => void desktop.heard.push(`page ${address}`),
    copy: (text) => void desktop.copied.push(text),
    installCommand: () => ({ path: '/home/ada/.local/bin/lamplighter', isOnPath: true }),
    about: () => ABOUT,
    openWindow: (to) =>
      void desktop.heard.push(`window ${to?.profileId ?? to?.problemId ?? to?.screen ?? ''}`.trim()),
    showDemo: () => void desktop.heard.push('demo'),
    fleet: {
      install: (wish) => {
        desktop.heard.push(`install ${JSON.stringify(wish)}`)
        return Promise.reject(new Error('no etcd can be installed here'))
      },
      installed: async () => void desktop.heard.push('installed'),
      tell: ({ kind }) => void desktop.heard.push(`fleet ${kind}`),
    },
    popover: {
      hide: () => void desktop.heard.push('popover hidden'),
      fit: (height) => void desktop.heard.push(`popover ${height}`),
    },
  }
  return desktop
}
