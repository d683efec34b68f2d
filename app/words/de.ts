/** Every message in German, by its English text. */

export const de: Readonly<Record<string, string>> = {}
