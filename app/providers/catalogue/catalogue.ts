/** The catalogue of providers: searched, shown, and filled in. Its entries are loaded when somebody first asks. */
import { AppError } from '../../base/errors.ts'
import { didYouMean } from '../../base/nearest.ts'
import type { CatalogueAnswers, CatalogueDetailView, CatalogueItemView } from '../../contract/catalogue.ts'
import type { CatalogueEntry } from './entry.ts'
import { factsOf, isBelieved, isUntried } from './facts.ts'
import { planOf } from './plan.ts'
import { addressToRegister } from './redirect-address.ts'
import { search } from './search.ts'

export async function searchCatalogue(query?: string): Promise<readonly CatalogueItemView[]> {
  return search(await entries(), query).map(toItem)
}

/** One entry with what the person gave so far. @throws AppError PROVIDER_UNKNOWN, ARGUMENT_INVALID */
export async function catalogueEntry(id: string, answers?: CatalogueAnswers): Promise<CatalogueDetailView> {
  const all = await entries()
  const entry = all.find((one) => one.id === id)
  if (entry) return toDetail(entry, answers)
  const near = search(all, id).slice(0, 5)
  throw new AppError('PROVIDER_UNKNOWN', `The catalogue has no "${id}".`, {
    hint:
      near.length === 0
        ? didYouMean(
            id,
            all.map((one) => one.id),
            'See: lamplighter provider list --catalogue',
          )
        : `Is it one of these? ${near.map((one) => one.id).join(', ')}`,
  })
}

async function entries(): Promise<readonly CatalogueEntry[]> {
  return (await import('./entries.ts')).ENTRIES
}

function toItem(entry: CatalogueEntry): CatalogueItemView {
  return {
    id: entry.id,
    name: entry.name,
    category: entry.category,
    template: entry.blanks !== undefined,
    untried: isUntried(entry),
  }
}

function toDetail(entry: CatalogueEntry, answers?: CatalogueAnswers): CatalogueDetailView {
  const { missing, known, input, redirect, registerPage } = planOf(entry, answers)
  return {
    ...toItem(entry),
    facts: factsOf(entry),
    notes: entry.behaviour.notes ?? [],
    sources: entry.source,
    register: {
      ...(registerPage === undefined ? {} : { page: registerPage }),
      steps: entry.register.steps,
      ...(redirect === undefined ? {} : { redirectAddress: addressToRegister(redirect) }),
      believed: isBelieved(entry, 'register'),
    },
    ...(entry.cannot === undefined ? {} : { cannot: entry.cannot }),
    missing,
    known,
    ...(input === undefined ? {} : { input }),
  }
}
