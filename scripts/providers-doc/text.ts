/** The catalogue as docs/providers.md: a table for each category. Pure. */
import { CATALOGUE_CATEGORIES, type CatalogueCategory } from '../../app/contract/catalogue.ts'
import type { CatalogueEntry } from '../../app/providers/catalogue/entry.ts'
import { inTime, isBelieved, isUntried, lifeInWords } from '../../app/providers/catalogue/facts.ts'

const TITLES: Readonly<Record<CatalogueCategory, string>> = {
  developer: 'Code and developers',
  cloud: 'Clouds and hosting',
  identity: 'Identity servers',
  work: 'Work',
  chat: 'Messages and calls',
  files: 'Files',
  design: 'Design and publishing',
  business: 'Business and accounting',
  commerce: 'Shops and payments',
  social: 'Social networks',
  media: 'Music, films and video',
  health: 'Health and sport',
  home: 'Home and car',
}

const HEAD = `# Providers

Written by \`npm run docs:providers\` from app/providers/catalogue: change the entries, not this page.

\`lamplighter provider add NAME\` adds any of these and asks only for what is missing; \`lamplighter provider show NAME\` says what to register there, and where each fact was read. What none of the pages read says is marked with an asterisk: believed, and **not tried**. A name with … has a blank to fill in: your own server, your tenant.`

const COLUMNS = [
  'NAME',
  'Provider',
  'Client',
  'Redirect',
  'New refresh token',
  'Access token',
  'Login ends',
  'Documentation',
]

export function providersPage(entries: readonly CatalogueEntry[]): string {
  const read = entries.filter((entry) => !isUntried(entry)).length
  const count = `${entries.length} providers; of ${read} at least one page was read.`
  const sections = CATALOGUE_CATEGORIES.map((category) => {
    const rows = entries.filter((entry) => entry.category === category).map(rowOf)
    return [`## ${TITLES[category]}`, table(rows)].join('\n\n')
  })
  return `${[HEAD, count, ...sections].join('\n\n')}\n`
}

function rowOf(entry: CatalogueEntry): readonly string[] {
  const { behaviour, source } = entry
  const marked = (name: string, value: string): string =>
    value !== '' && isBelieved(entry, name) ? `${value}*` : value
  const ends = [
    marked('behaviour.grantLifeDays', days('after', behaviour.grantLifeDays)),
    marked('behaviour.idleLimitDays', days('unused for', behaviour.idleLimitDays)),
  ]
  const grace = inTime(behaviour.reuseGraceSeconds)
  return [
    `\`${entry.id}\`${entry.blanks ? ' …' : ''}`,
    entry.cannot === undefined ? entry.name : `${entry.name} (not yet)`,
    marked('client', CLIENT[entry.client]),
    marked('redirect', REDIRECT[entry.redirect.kind]),
    marked('behaviour.rotation', ROTATION[behaviour.rotation]) +
      (grace === undefined ? '' : marked('behaviour.reuseGraceSeconds', `, old one works ${grace}`)),
    marked('behaviour.accessLifeSeconds', lifeInWords(behaviour.accessLifeSeconds) ?? ''),
    ends.filter(Boolean).join(', '),
    source
      .map(({ page, read }, at) => `[${at + 1}](${page})${read === undefined ? ' unread' : ''}`)
      .join(' '),
  ]
}

function days(word: string, count: number | undefined): string {
  return count === undefined ? '' : `${word} ${count} d`
}

const CLIENT = { public: 'no secret', confidential: 'secret', either: 'either' } as const
const REDIRECT = {
  'any-port': 'this machine, any port',
  exact: 'this machine, exact',
  https: 'https, pasted',
  given: 'given, pasted',
} as const
const ROTATION = { always: 'always', never: 'never', unknown: 'depends' } as const

function table(rows: readonly (readonly string[])[]): string {
  const lines = [
    COLUMNS,
    COLUMNS.map(() => '---'),
    ...rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|'))),
  ]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
