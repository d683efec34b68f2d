/** What the browser shows at the end of a login. Nothing of the address is repeated in it but what the provider says in words. */
import { createHash } from 'node:crypto'
import { known } from '../../words/known.ts'
import { currentLanguage } from '../../words/t.ts'

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;display:grid;place-content:center;
min-height:90vh;margin:0;padding:1rem;text-align:center;background:Canvas;color:CanvasText}h1{font-size:1.5rem;margin:0 0 .5rem}
p{margin:0;opacity:.8}`

const TEXTS = {
  arrived: ['Back to Lamplighter', 'The provider has answered. You may close this tab.'],
  refused: ['The sign-in did not go through', 'Lamplighter tells you why. You may close this tab.'],
  foreign: [
    'Not the answer that is waited for',
    'It belongs to another sign-in, or to none, and was not taken. Lamplighter goes on waiting. You may close this tab.',
  ],
  empty: ['Nothing arrived', 'This address is for the provider to send you to. You may close this tab.'],
} as const

const CLOSE = 'You may close this tab.'

const LONGEST_WHY = 300

/** @param why in place of the page's own sentence: words for people, shown as nothing but text */
export function callbackPage(kind: keyof typeof TEXTS, why?: string): string {
  const [heading, own] = TEXTS[kind]
  const title = known(heading)
  const line = why === undefined ? known(own) : `${escaped(known(why).slice(0, LONGEST_WHY))} ${known(CLOSE)}`
  return `<!doctype html><html lang="${currentLanguage()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${line}</p></main></body></html>
`
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer', // the address holds the code
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  connection: 'close',
}
