// oidc-provider's storage, one for each server: its own in-memory adapter is shared by the whole process and forgets
// after 1,000 entries.

/** @returns {(model: string) => object} what oidc-provider takes as `adapter` */
export function createMemory() {
  const entries = new Map() // "RefreshToken:id" -> payload
  const grants = new Map() // grant id -> keys of what was issued under it
  const userCodes = new Map()
  const sessions = new Map()

  return (model) => {
    const keyOf = (id) => `${model}:${id}`
    return {
      async upsert(id, payload) {
        entries.set(keyOf(id), payload)
        if (payload.uid) sessions.set(payload.uid, id)
        if (payload.userCode) userCodes.set(payload.userCode, id)
        if (payload.grantId) {
          const keys = grants.get(payload.grantId) ?? new Set()
          grants.set(payload.grantId, keys.add(keyOf(id)))
        }
      },
      async find(id) {
        return entries.get(keyOf(id))
      },
      async findByUid(uid) {
        return entries.get(keyOf(sessions.get(uid)))
      },
      async findByUserCode(userCode) {
        return entries.get(keyOf(userCodes.get(userCode)))
      },
      async consume(id) {
        const payload = entries.get(keyOf(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      async destroy(id) {
        entries.delete(keyOf(id))
      },
      async revokeByGrantId(grantId) {
        for (const key of grants.get(grantId) ?? []) entries.delete(key)
        grants.delete(grantId)
      },
    }
  }
}
