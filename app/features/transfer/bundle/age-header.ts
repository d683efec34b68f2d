/** How an `age` file begins (https://age-encryption.org/v1). Apart from the library, which is loaded for such a file only. */

const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----'
export const BINARY = 'age-encryption.org/v1'
const ANY_VERSION = 'age-encryption.org/'
/** Shorter, and the beginning of a header could be the whole of some other file. */
const TELLING_LENGTH = 10

/** Also when only its beginning is left. */
export function isAge(bytes: Uint8Array): boolean {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trim()
  if (start.startsWith(ARMORED) || start.startsWith(ANY_VERSION)) return true
  return start.length >= TELLING_LENGTH && (ARMORED.startsWith(start) || BINARY.startsWith(start))
}
