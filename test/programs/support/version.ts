/** The version of a program that Lamplighter finds: asked for it, the program sends nothing and leaves every file alone. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { ProgramHome } from './program-home.ts'

interface Found {
  readonly id: string
  readonly installed?: { readonly version?: string }
}

export async function versionFound(here: ProgramHome, id: string): Promise<string | undefined> {
  const [sent, before] = [here.seen.length, filesOf(here)]
  const { out } = await here.lamplighter('programs', '--json')
  expect([here.seen.slice(sent), filesOf(here)]).toEqual([[], before])
  const programs: readonly Found[] = JSON.parse(out).programs
  return programs.find((one) => one.id === id)?.installed?.version
}

/** Every file's text by its path, but for Lamplighter's own. */
function filesOf(here: ProgramHome): Readonly<Record<string, string>> {
  const files = readdirSync(here.path(), { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  )
  const paths = files.map(({ parentPath, name }) => join(parentPath, name))
  const foreign = paths.filter((path) => !path.startsWith(here.path('lamplighter'))).sort()
  return Object.fromEntries(foreign.map((path) => [path, readFileSync(path, 'utf8')]))
}
