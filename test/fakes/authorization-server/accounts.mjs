// The people of the fake provider: any name will do. "ada" and "ada@example.test" are the same person.

/** @param {string} name an email address or its local part */
export function accountOf(name) {
  const email = name.includes('@') ? name : `${name}@example.test`
  const local = email.slice(0, email.indexOf('@'))
  return { sub: `sub-${email}`, email, name: local[0].toUpperCase() + local.slice(1) }
}

/** What oidc-provider takes as `findAccount`. */
export async function findAccount(_ctx, sub) {
  const { email, name } = accountOf(sub.replace(/^sub-/, ''))
  return { accountId: sub, claims: async () => ({ sub, email, email_verified: true, name }) }
}
