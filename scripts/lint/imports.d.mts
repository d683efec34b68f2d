/** What the text of one file imports: paths from the root, or names of packages. */
export function specifiersIn(text: string, file: string): string[]
