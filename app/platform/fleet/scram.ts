/** What a server keeps of a password (RFC 5802 §3, in PostgreSQL's form): so the password itself is in no statement and no log. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

/** Many, for passwords that people think of. Ours are 256 random bits, and every machine that signs in pays for them. */
const ITERATIONS = 4096

export function scramVerifier(password: string, salt = randomBytes(16), iterations = ITERATIONS): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256')
  const keyOf = (text: string): Buffer => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(keyOf('Client Key')).digest()
  const parts = [stored, keyOf('Server Key')].map((key) => key.toString('base64'))
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${parts.join(':')}`
}
