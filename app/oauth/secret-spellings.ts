/** A secret that comes back in somebody else's words: found in whatever form they were put, and hidden. */

/** A shorter piece of base64 is in many a word. */
const SHORTEST_BASE64 = 8

/** @param secrets absent and empty ones are left out */
export function hideSecrets(words: string, secrets: readonly (string | undefined)[]): string {
  const present = secrets.filter((one) => one !== undefined && one !== '')
  const patterns = present.flatMap((one) => patternsOf(one as string))
  patterns.sort((a, b) => b.length - a.length) // the longest first: no end of one stays behind
  return patterns.reduce((clean, pattern) => clean.replace(new RegExp(pattern, 'gu'), '[secret]'), words)
}

/** As it is or in an address, in JSON, in base64 of either alphabet. */
function patternsOf(value: string): readonly string[] {
  const bytes = new TextEncoder().encode(value)
  const unicode = new TextDecoder().decode(bytes) // half a surrogate pair has no encoding
  const json = JSON.stringify(value).slice(1, -1)
  const encoded = [0, 1, 2].flatMap((before) => base64At(bytes, before))
  return [...new Set([inAddress(value), inAddress(unicode), inAddress(json), ...encoded.map(literally)])]
}

/** RFC 3986 §2.1: each character as it is or as `%` and digits of either case; a form's `+` for a space. */
function inAddress(value: string): string {
  return [...value].map(characterIn).join('')
}

function characterIn(character: string): string {
  const digits = [...new TextEncoder().encode(character)].map((byte) => byte.toString(16).padStart(2, '0'))
  const eitherCase = digits.map((pair) => `%${pair.replace(/[a-f]/g, (c) => `[${c}${c.toUpperCase()}]`)}`)
  const plain = /\p{Cc}/u.test(character) ? `${literally(character)}| ` : literally(character) // see asSpaces()
  return `(?:${plain}|${eitherCase.join('')}${character === ' ' ? '|\\+' : ''})`
}

/** RFC 4648 §4 and §5, where so many bytes stand before it: without the characters that it shares with its neighbours. */
function base64At(bytes: Uint8Array, before: number): readonly string[] {
  const padded = [...new Uint8Array(before), ...bytes].map((byte) => String.fromCharCode(byte)).join('')
  const whole = btoa(padded).replace(/=+$/, '')
  const end = padded.length % 3 === 0 ? whole.length : whole.length - 1
  const own = whole.slice(before === 0 ? 0 : before + 1, end)
  if (own.length < SHORTEST_BASE64) return []
  return [own, own.replaceAll('+', '-').replaceAll('/', '_')]
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

export function asSpaces(words: string): string {
  return words.replace(/\p{Cc}/gu, ' ')
}
