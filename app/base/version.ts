declare const LAMPLIGHTER_VERSION: string | undefined // the build puts it in

/** Lamplighter's version, as in package.json; "0.0.0" where nothing was built. */
export const VERSION: string = typeof LAMPLIGHTER_VERSION === 'string' ? LAMPLIGHTER_VERSION : '0.0.0'
