/** Does this name mean whichever machine it is said on? No other machine reaches this one by it. Pure. */
export function isOnlyHere(host: string): boolean {
  const bare = host
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
  return /^(?:localhost|.*\.localhost|localhost\.localdomain|127(?:\.\d+){1,3}|0\.0\.0\.0|::1?)$/.test(bare)
}

/** Of addresses like https://localhost:2379. */
export function isAddressOnlyHere(address: string): boolean {
  return isOnlyHere(hostOfAddress(address))
}

export function hostOfAddress(address: string): string {
  return /^\w+:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/]*)/.exec(address.trim())?.[1] ?? ''
}
