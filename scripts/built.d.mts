/** Builds dist/ where there is none, or a source is newer. */
export function ensureBuilt(): Promise<void>
