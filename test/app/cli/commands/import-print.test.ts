import { expect, it } from 'vitest'
import { printPlan } from '../../../../app/cli/commands/import-print.ts'
import type { Io } from '../../../../app/cli/io/command.ts'
import { type Line, lineText } from '../../../../app/cli/io/line.ts'
import type { ImportPlanView } from '../../../../app/contract/views.ts'

const WHY =
  'Both machines could spend its refresh token, and the provider ends a login whose token is spent twice.'

it('a plan is one line for each login, and what a verdict means is said once', () => {
  const row = {
    providerId: 'acme',
    providerName: 'Acme',
    selectable: true,
    suggested: false,
    targets: ['vault'],
  }
  const fork = { ...row, verdict: 'fork', consequence: WHY } as const
  const rows = ['ada', 'bob', 'eve'].map((account) => ({ ...fork, id: `acme:${account}`, account }))
  const fresh = {
    ...row,
    id: 'acme:zoe',
    account: 'zoe',
    verdict: 'new',
    consequence: 'It is added.',
  } as const
  const plan: ImportPlanView = { id: '1', path: '/x', kind: 'openclaw', rows: [...rows, fresh] }
  const out: Line[] = []
  const io = { out: (line: Line) => void out.push(line), now: () => 0 } as unknown as Io
  printPlan(plan, new Set(['acme:zoe']), io)
  const text = out.map(lineText)
  expect(text.slice(1, 5).map((line) => line.slice(0, 10))).toEqual([
    '  acme:ada',
    '  acme:bob',
    '  acme:eve',
    '* acme:zoe',
  ])
  expect(text.slice(5)).toEqual(['', `fork: ${WHY}`, '', 'new: It is added.'])
})
