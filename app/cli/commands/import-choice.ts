/** Which rows of a plan are meant. Pure. */

import { AppError } from '../../base/errors.ts'
import type { ImportPlanView, ImportRowView } from '../../contract/views.ts'

type Wish = { readonly all: boolean; readonly withForks: boolean }

/**
 * By name, exactly those; else what is suggested; with `all` whatever can be brought over. A fork comes along only when
 * it is named, or asked for. @throws AppError ARGUMENT_INVALID, PROFILE_UNKNOWN
 */
export function chosenRows(
  plan: ImportPlanView,
  names: readonly string[],
  { all, withForks }: Wish,
): readonly ImportRowView[] {
  if (names.length > 0 && all) throw new AppError('ARGUMENT_INVALID', 'Name the logins, or say --all.')
  if (names.length > 0) return [...new Set(names.map((name) => named(plan, name)))]
  return plan.rows.filter((row) => {
    if (!row.selectable) return false
    return row.verdict === 'fork' ? withForks : all || row.suggested
  })
}

function named(plan: ImportPlanView, name: string): ImportRowView {
  const hits = plan.rows.filter(({ id, account, providerId }) =>
    [id, account, `${providerId}:${account}`].includes(name),
  )
  const [row, another] = hits
  if (!row) {
    throw new AppError('PROFILE_UNKNOWN', `There is no login "${name}" in ${plan.path}.`, {
      hint: 'See what is in it with --dry-run.',
    })
  }
  if (another) {
    throw new AppError('ARGUMENT_INVALID', `"${name}" stands for ${hits.length} logins in ${plan.path}.`, {
      hint: `Say which: ${hits.map(({ id, providerId, account }) => `${id} (${providerId}:${account})`).join(', ')}.`,
    })
  }
  if (!row.selectable) {
    throw new AppError('ARGUMENT_INVALID', `"${name}" cannot be brought over.`, { hint: row.consequence })
  }
  return row
}
