/** Whether what a sign-in brings could be kept: tried before anybody is sent to a browser. Nothing is changed. */
import type { HolderContext } from '../../engine/refresh/context.ts'
import { readHolders, storeOf } from '../../engine/refresh/holders.ts'
import type { Profile } from '../../model/profile.ts'
import { writingOf } from '../../stores/store.ts'
import type { VaultStore } from '../../stores/vault/store.ts'
import { canTake } from './save-login.ts'

export interface RehearseDeps {
  readonly tools: HolderContext
  readonly vault: Pick<VaultStore, 'rehearseNew'>
}

/**
 * @param profile undefined for a new one, which goes to our vault
 * @throws AppError STORE_UNWRITABLE and the like, where no place would take it
 */
export async function rehearseLogin(
  { tools, vault }: RehearseDeps,
  profile: Profile | undefined,
): Promise<void> {
  if (!profile) return vault.rehearseNew()
  const troubles: unknown[] = []
  const targets = (await readHolders(tools, profile.grant.entries.filter(canTake))).filter(canTake)
  for (const { holder, credential } of targets) {
    try {
      const room = await writingOf(storeOf(tools, holder)).rehearse(holder, credential)
      if (typeof room !== 'string') await room()
      return // one that takes it is enough: the others are told afterwards
    } catch (error) {
      troubles.push(error)
    }
  }
  if (troubles.length > 0) throw troubles[0]
}
