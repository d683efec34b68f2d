/** What a token endpoint's reply holds, as an object: JSON (RFC 6749 §5.1), or the form that older servers answer with. Pure. */
import { isRecord } from '../base/json.ts'
import type { HttpReply } from '../base/ports.ts'

type Body = Readonly<Record<string, unknown>>

/** Undefined when it is neither. */
export function parseBody({ status, headers, body }: HttpReply): Body | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return isRecord(value) ? value : undefined
  } catch {
    const isForm = mediaType(headers) === 'application/x-www-form-urlencoded'
    // Some send the form as plain text. Only one that holds a token is taken for it: anything can have an equals sign.
    if (!isForm && !(status < 300 && /(^|&)access_token=[^&]/.test(body))) return undefined
    const members = Object.fromEntries(new URLSearchParams(body.trim()))
    return Object.keys(members).length === 0 ? undefined : members
  }
}

/** A page instead of an answer: a sign-in page of the network, or of whoever guards the server. */
export function isPage({ headers, body }: HttpReply): boolean {
  return mediaType(headers) === 'text/html' || /^\s*</.test(body)
}

/** What came, without quoting it: a page can hold anything. */
export function describeBody(reply: HttpReply): string {
  if (reply.body.trim() === '') return 'the reply is empty'
  if (isPage(reply))
    return 'the reply is a web page, not JSON; a sign-in page of the network may be in the way'
  return `the reply is not a JSON object (${mediaType(reply.headers) ?? 'no content type'})`
}

const DEEPEST = 3
const MOST_NAMES = 20

/** Its members' names, no values: enough to see where a token would have been. */
export function shapeOf(body: unknown, depth = 1): string {
  if (!isRecord(body)) return Array.isArray(body) ? '[]' : ''
  const names = Object.entries(body).slice(0, MOST_NAMES)
  const parts = names.map(([name, value]) => {
    const inner = depth < DEEPEST ? shapeOf(value, depth + 1) : ''
    return `${isName(name) ? name : '…'}${inner && ` ${inner}`}`
  })
  return `{ ${parts.join(', ')} }`
}

/** A name, not a value that happens to stand where names do. */
function isName(text: string): boolean {
  return /^[\w.-]{1,32}$/.test(text)
}

function mediaType(headers: HttpReply['headers']): string | undefined {
  return headers['content-type']?.split(';')[0]?.trim().toLowerCase() || undefined
}
