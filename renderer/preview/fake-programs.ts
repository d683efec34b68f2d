/** Programs without a machine: what is connected is proven, what is disconnected is gone. */
import type { Requests } from '../../app/contract/channels.ts'
import type { ConsentQuestionView } from '../../app/contract/consent.ts'
import type { ConnectPlanView, ConnectRequest, ProgramsView } from '../../app/contract/consumers.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { Refusal } from './fake-imports.ts'

export interface FakeProgramWorld {
  readonly programs?: ProgramsView
  readonly questions?: readonly ConsentQuestionView[]
  now(): number
}

export function createFakePrograms(world: FakeProgramWorld, overview: () => OverviewView) {
  let programs: ProgramsView = world.programs ?? {
    consumers: [],
    connections: [],
    askers: [],
    keptFiles: [],
    answers: [],
  }

  let questions = world.questions ?? []

  function plan({ consumer: id, login, answers }: ConnectRequest): ConnectPlanView {
    const consumer = programs.consumers.find((one) => one.id === id)
    const profile = overview().profiles.find((one) => one.id === login)
    if (!consumer || !profile) throw new Refusal({ code: 'ARGUMENT_INVALID', message: `There is no ${id}.` })
    const use = `${id} ${answers[0]}`
    const lines = [`helper = "lamplighter helper ${id} ${answers.join(' ')}"`]
    const files = [{ path: `/home/ada/.${id}rc`, isNew: false, lines }]
    return {
      id: use,
      consumer: id,
      name: consumer.name,
      login,
      account: profile.account,
      use,
      files,
      notes: [],
    }
  }

  const proof = { isProven: true, message: 'It asked for a token and was given one.', tookMs: 84 }
  return {
    'programs:get': () => programs,
    'program:plan': plan,
    'program:connect': (request) => {
      const { id: _, files, notes: _notes, ...planned } = plan(request)
      const connection = {
        ...planned,
        answers: request.answers,
        id: `${planned.consumer}-${programs.connections.length + 1}`,
        asksAs: `lamplighter helper ${planned.consumer}`,
        isWithheld: false,
        sinceMs: world.now(),
        files: files.map((file) => ({ ...file, state: 'there' as const })),
      }
      programs = { ...programs, connections: [...programs.connections, connection] }
      return { connection, proof }
    },
    'program:prove': () => proof,
    'program:disconnect': (id) => {
      programs = { ...programs, connections: programs.connections.filter((one) => one.id !== id) }
      return programs
    },
    'questions:get': () => questions,
    'question:answer': (id) => {
      questions = questions.filter((one) => one.id !== id)
      return questions
    },
    'consent:take-back': ({ name }, login) => {
      const answers = programs.answers.filter((one) => one.login !== login || one.program.name !== name)
      programs = { ...programs, answers }
      return programs
    },
    'program:withhold': (login, program, isWithheld) => {
      const changed = programs.askers.map((one) =>
        one.login === login && one.program === program ? { ...one, isWithheld } : one,
      )
      const connections = programs.connections.map((one) =>
        one.login === login && one.asksAs === program ? { ...one, isWithheld } : one,
      )
      const keptFiles = programs.keptFiles.map((one) =>
        one.login === login && one.program === program ? { ...one, isWithheld } : one,
      )
      programs = { ...programs, askers: changed, connections, keptFiles }
      return programs
    },
  } satisfies Partial<Requests>
}
