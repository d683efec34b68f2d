/** The way to a running host: host.json says where it listens, and with which key. */
import { lstatSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { AppError } from '../../base/errors.ts'
import { asStoreError, codeOf } from '../files/system-error.ts'
import { type HostRecord, isOurs, readHostRecord } from './host-record.ts'

/** In the state folder. */
export const HOST_RECORD = 'host.json'
const CONNECT_TRIES = 20 // Linux answers EAGAIN while a crowd stands at the door
const CONNECT_PAUSE_MS = 10

export interface Dialled {
  readonly socket: Socket
  /** For the hello. */
  readonly key: string
}

/** @returns undefined when no host listens. @throws AppError HOST_REFUSED, STORE_UNREADABLE */
export async function dialHost(stateFolder: string): Promise<Dialled | undefined> {
  const record = readRecord(join(stateFolder, HOST_RECORD))
  if (!record) return undefined
  checkOwner(record.address)
  const socket = await dial(record.address)
  return socket && { socket, key: record.key }
}

/** @returns undefined when nobody listens there */
export async function dial(path: string): Promise<Socket | undefined> {
  for (let tries = 1; ; tries++) {
    const answer = await dialOnce(path)
    if (typeof answer !== 'string') return answer
    if (answer === 'ENOENT' || answer === 'ECONNREFUSED' || answer === 'ENOTSOCK') return undefined
    if (answer !== 'EAGAIN' || tries >= CONNECT_TRIES) {
      throw new AppError('HOST_REFUSED', `The running Lamplighter cannot be reached at ${path} (${answer}).`)
    }
    await new Promise((resolve) => setTimeout(resolve, CONNECT_PAUSE_MS * tries))
  }
}

function dialOnce(path: string): Promise<Socket | string> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.once('error', (error) => resolve(codeOf(error) ?? error.message))
    socket.once('connect', () => {
      socket.removeAllListeners('error')
      resolve(socket)
    })
  })
}

/** @throws AppError HOST_REFUSED: what is there is not this user's, and would be told the key */
function checkOwner(address: string): void {
  if (process.platform === 'win32') return
  for (const path of [dirname(address), address]) {
    const isThere = lstatSync(path, { throwIfNoEntry: false }) !== undefined
    if (isThere && !isOurs(path))
      throw new AppError('HOST_REFUSED', `${path} belongs to another user: nothing was asked there.`)
  }
}

function readRecord(path: string): HostRecord | undefined {
  try {
    return readHostRecord(path)
  } catch (error) {
    throw asStoreError('STORE_UNREADABLE', 'Reading', path, error)
  }
}
