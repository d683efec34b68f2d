// Which file imports which, read from the source: static, dynamic and type imports alike.
import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'

const SPECIFIERS = [
  /(?:^|[\s;}])(?:import|export)\s[^'"]*?from\s*'([^']+)'/g,
  /(?:^|[\s;}])import\s*'([^']+)'/g,
  /\bimport\(\s*'([^']+)'\s*\)/g,
]

/** @returns for each file, in the order given, what it imports: paths from the root, or names of packages */
export function importsOf(root, files) {
  return new Map(files.map((file) => [file, specifiersIn(readFileSync(join(root, file), 'utf8'), file)]))
}

/** Comments are passed over, so that an example in one is no import. */
export function specifiersIn(text, file) {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '')
  const found = SPECIFIERS.flatMap((pattern) => [...code.matchAll(pattern)].map(([, specifier]) => specifier))
  return found.map((specifier) =>
    specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier,
  )
}
