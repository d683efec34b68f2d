/** Programs that wait to be allowed a token: what the person answers, takes back, and wants to be asked about. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { ConsentAnswer, ConsentQuestionView, ConsentView } from '../../app/contract/consent.ts'
import { ask } from './bridge.ts'
import type { AppStore } from './store.ts'

export interface QuestionActions {
  loadQuestions(): Promise<void>
  receiveQuestions(questions: readonly ConsentQuestionView[]): void
  answerQuestion(questionId: string, answer: ConsentAnswer): Promise<void>
  /** The program is asked about again. */
  takeBackAnswer(answer: ConsentView): Promise<void>
  /** Whether the person is asked before a program gets a token of this login for the first time. */
  askFirst(profileId: string, isAsked: boolean): Promise<void>
}

export function createQuestionActions(bridge: Bridge, store: AppStore): QuestionActions {
  const set = store.setState
  const get = store.getState

  function receiveQuestions(questions: readonly ConsentQuestionView[]): void {
    const known = new Set(get().questions.map(({ id }) => id))
    const [fresh] = questions.filter(({ id }) => !known.has(id))
    set({
      questions,
      questionFailure: undefined,
      ...(fresh ? { announcement: `${fresh.program.name} asks for a token of ${fresh.account}.` } : {}),
    })
  }

  return {
    receiveQuestions,
    async loadQuestions() {
      const reply = await ask(bridge, 'questions:get')
      if (reply.ok) receiveQuestions(reply.value)
      else set({ questionFailure: reply.failure })
    },
    async answerQuestion(questionId, answer) {
      const reply = await ask(bridge, 'question:answer', questionId, answer)
      if (reply.ok) receiveQuestions(reply.value)
      else set({ questionFailure: reply.failure, announcement: reply.failure.message })
    },
    async takeBackAnswer({ program, login }) {
      const reply = await ask(bridge, 'consent:take-back', program, login)
      if (reply.ok) set({ programs: reply.value, announcement: `You are asked about ${program.name} again.` })
      else set({ notice: reply.failure, announcement: reply.failure.message })
    },
    async askFirst(profileId, isAsked) {
      const { settings } = get()
      if (!settings) return
      const others = settings.consent.logins.filter((id) => id !== profileId)
      const logins = isAsked ? [...others, profileId] : others
      const reply = await ask(bridge, 'settings:set', { consent: { logins } })
      if (!reply.ok) return set({ notice: reply.failure, announcement: reply.failure.message })
      set({
        settings: reply.value,
        announcement: isAsked ? 'You are asked before a program uses it.' : 'Programs may use it unasked.',
      })
    },
  }
}
