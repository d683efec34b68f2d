/** The types of launcher.mjs. */
export function launcherText(): string
