// As its README has it: one manager, its own file store.
import { join } from 'node:path'
import { createTokenManager, fileStore } from 'refresh-guard'

/** @param login { endpoint, tokens, expiresAtMs, folder } */
export async function open({ endpoint, tokens, expiresAtMs, folder }) {
  const store = fileStore(join(folder, 'refresh-guard.json'))
  await store.set({ ...tokens, expires_at: expiresAtMs })
  const manager = createTokenManager({
    store,
    refresh: async (previous) => {
      const reply = await endpoint.refresh(previous.refresh_token)
      return { ...reply, expires_at: Date.now() + reply.expires_in * 1000 }
    },
  })
  return { token: () => manager.getValidToken(), close: async () => undefined }
}
