/** Which redirect address to register for an entry, and how config.json says it. Pure. */
import type { RedirectInput } from '../../contract/views.ts'
import type { RedirectRule } from './entry.ts'
import { type Blanks, fill } from './fill.ts'

/** For providers that compare the whole address: any free port would do, so it is always the same. */
export const OUR_PORT = 47813
const PATH = '/callback'

/** Nothing answers there: the browser shows an error, and the address in its bar holds the code. */
const HTTPS_ADDRESS = `https://localhost:${OUR_PORT}${PATH}`

/** Undefined while it has a blank. @param own an https address of the person's */
export function redirectOf(rule: RedirectRule, blanks: Blanks, own?: string): RedirectInput | undefined {
  if (own !== undefined) return { address: own }
  switch (rule.kind) {
    case 'any-port':
      return { host: rule.host, port: 0, path: PATH }
    case 'exact':
      return { host: rule.host, port: rule.port ?? OUR_PORT, path: rule.path ?? PATH }
    case 'https':
      return { address: HTTPS_ADDRESS }
    case 'given': {
      const address = fill(rule.address, blanks)
      return address === undefined ? undefined : { address }
    }
  }
}

/** As it is typed into the provider's form; a port that may vary is left out (RFC 8252 §7.3). */
export function addressToRegister(redirect: RedirectInput): string {
  if ('address' in redirect) return redirect.address
  const { host, port, path } = redirect
  return `http://${host}${port === 0 ? '' : `:${port}`}${path}`
}
