/** The auth-profiles.json of every agent in an OpenClaw folder, wherever in it a person pointed. */

import { AppError, toFailure } from '../../../base/errors.ts'
import { folderOf, join, nameOf } from '../../../base/path.ts'
import type { Ports } from '../../../base/ports.ts'
import type { Failure } from '../../../contract/failure.ts'
import { parseStore, type StoreFile } from '../../../stores/openclaw/format.ts'
import { decode, readChosen, unknown } from './read-file.ts'

const STORE = 'auth-profiles.json'

interface Place {
  readonly agent: string
  readonly path: string
}

export type AgentFile = Place &
  (
    | { readonly store: StoreFile; readonly problem?: undefined }
    | { readonly store?: undefined; readonly problem: Failure }
  )

/**
 * @param folder a home, an OpenClaw's state folder, its `agents`, or one agent's
 * @returns at least one that was understood. @throws AppError IMPORT_UNREADABLE
 */
export async function readFolder(files: Ports['files'], folder: string): Promise<readonly AgentFile[]> {
  const places = await placesIn(files, folder)
  const read = await Promise.all(places.map((place) => readOne(files, place)))
  if (read.some(({ store }) => store)) return read
  const [bad] = read
  if (bad?.problem) {
    const { message, hint } = bad.problem
    throw new AppError('IMPORT_UNREADABLE', message, hint === undefined ? {} : { hint })
  }
  throw new AppError('IMPORT_UNREADABLE', `There is no ${STORE} in ${folder}.`, {
    hint: 'Choose the folder of an OpenClaw, an auth-profiles.json, or a file that Lamplighter exported. A newer OpenClaw keeps its logins in a database, which cannot be read.',
  })
}

async function readOne(files: Ports['files'], place: Place): Promise<AgentFile> {
  try {
    const text = decode(await readChosen(files, place.path))
    const store = text === undefined ? undefined : parseStore(text)
    return store ? { ...place, store } : { ...place, problem: toFailure(unknown(place.path)) }
  } catch (error) {
    if (error instanceof AppError) return { ...place, problem: toFailure(error) }
    throw error
  }
}

async function placesIn(files: Ports['files'], folder: string): Promise<readonly Place[]> {
  const state = join(folder, '.openclaw')
  const agentsOf = async (within: string): Promise<readonly Place[]> =>
    (await namesIn(files, within)).map((agent) => ({ agent, path: join(within, agent, 'agent', STORE) }))
  const candidates: readonly Place[] = [
    { agent: agentAround(folder), path: join(folder, STORE) },
    { agent: nameOf(folder) || 'main', path: join(folder, 'agent', STORE) },
    ...(await agentsOf(join(folder, 'agents'))),
    ...(await agentsOf(folder)),
    { agent: 'main', path: join(state, 'agent', STORE) },
    ...(await agentsOf(join(state, 'agents'))),
  ]
  const found = await Promise.all(candidates.map(({ path }) => files.stat(path)))
  return candidates.filter((_, index) => found[index] !== undefined)
}

/** `…/agents/cron/agent` is cron's. */
function agentAround(folder: string): string {
  const above = folderOf(folder)
  return nameOf(folder) === 'agent' && nameOf(folderOf(above)) === 'agents' ? nameOf(above) : 'main'
}

async function namesIn(files: Ports['files'], folder: string): Promise<readonly string[]> {
  return (await files.stat(folder))?.kind === 'directory' ? files.list(folder) : []
}
