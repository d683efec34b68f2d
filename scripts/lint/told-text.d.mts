/** Each sentence of the core's source that is told to people, as it can be read, with {} for a value that is not written there. */
export function toldTexts(file: string, text: string): string[]
