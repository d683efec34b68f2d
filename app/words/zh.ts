/** Every message in simplified Chinese, by its English text. */

export const zh: Readonly<Record<string, string>> = {}
