/** Finds entries by words: each must be in the name, the id, the category or the search words. Pure. */
import type { CatalogueEntry } from './entry.ts'

/** The best first: whose name begins with the query, then whose name holds it; all of them, by name, for no words. */
export function search(entries: readonly CatalogueEntry[], query = ''): readonly CatalogueEntry[] {
  const words = plain(query).split(' ').filter(Boolean)
  const found = entries.filter((entry) => words.every((word) => haystack(entry).includes(word)))
  const rank = (entry: CatalogueEntry): number => rankOf(entry, words.join(' '))
  return found.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, 'en'))
}

function rankOf({ id, name }: CatalogueEntry, query: string): number {
  const names = [plain(name), plain(id)]
  if (names.includes(query)) return 0
  if (names.some((one) => one.startsWith(query))) return 1
  return names.some((one) => one.includes(query)) ? 2 : 3
}

function haystack({ id, name, category, words }: CatalogueEntry): string {
  return plain([id, name, category, ...words].join(' '))
}

/** Capitals, accents and what joins words aside. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
