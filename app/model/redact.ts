/** A second net under Secret: hides what looks like a token in text that people or files will see. Pure. */

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 [secret]'],
  [/\beyJ[\w-]{8,}(?:\.[\w-]+){1,4}/g, '[secret]'], // a JWT: base64url of '{"'
  [
    /\b((?:access|refresh|id)_token|client_secret|code|code_verifier|device_code)(["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
    '$1$2[secret]',
  ],
  [/\b(?:sk|pk|rt|at|gh[oprsu]|ya29|xai)[-_.][\w.-]{16,}/g, '[secret]'], // vendors' own prefixes
  [/[\w-]{48,}/g, '[secret]'], // longer than a UUID, a SHA-1 or any name of ours
]

/** Does not catch short opaque tokens: those must stay in a Secret. */
export function redact(text: string): string {
  return PATTERNS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text)
}
