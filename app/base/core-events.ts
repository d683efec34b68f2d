/** What the parts of the core tell each other, and whoever runs it. An event tells, it never asks: app/README.md has who hears it. */
import type { AskingProgram, ConsentQuestionView } from '../contract/consent.ts'
import type { NodeView } from '../contract/nodes.ts'
import type { HistoryEventView, LoginView, OverviewView, SettingsView } from '../contract/views.ts'

export type CoreEvents = {
  /** What an overview shows may be another by now. Stays inside: OverviewPublisher makes one 'overview' of many. */
  changed: undefined
  overview: OverviewView
  history: HistoryEventView
  login: LoginView
  settings: SettingsView
  nodes: readonly NodeView[]
  /** Who belongs to it, what it shares, or what keeps it from working. */
  fleet: undefined
  /** Those that are open now. */
  questions: readonly ConsentQuestionView[]
  /** Whom a person has allowed or refused something, or taken such an answer back. */
  answers: AskingProgram
}
