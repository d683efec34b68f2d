/** Chinese: what the window says itself, and what the core tells it, by the parts of the program. */
import type { Translation } from '../t.ts'
import { catalogue } from './catalogue.ts'
import { fleet } from './fleet.ts'
import { logins } from './logins.ts'
import { machines } from './machines.ts'
import { programs } from './programs.ts'
import { providers } from './providers.ts'
import { signIn } from './sign-in.ts'
import { stores } from './stores.ts'
import { system } from './system.ts'
import { transfer } from './transfer.ts'

export { said } from './window.ts'

export const told: Translation = {
  ...catalogue,
  ...fleet,
  ...logins,
  ...machines,
  ...programs,
  ...providers,
  ...signIn,
  ...stores,
  ...system,
  ...transfer,
}
