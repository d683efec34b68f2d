/** Programs as rows: what does not work, what is connected, what could be, and others that asked. Pure. */
import type { AskerView, ConnectionView, ConsumerView, ProgramsView } from '../../app/contract/consumers.ts'
import { t } from '../../app/words/t.ts'

/** What was asked, by one or by several together. */
export interface Asked {
  /** As they call themselves. */
  readonly askers: readonly AskerView[]
  readonly times: number
  readonly byHour: readonly number[]
  readonly lastAtMs?: number
  /** The last ask got nothing. */
  readonly refusal?: NonNullable<AskerView['lastRefusal']>
  readonly isWithheld: boolean
}

export interface ProgramRow extends Asked {
  readonly key: string
  readonly name: string
  /** What it uses the login for. */
  readonly about: string
  readonly login: string
  readonly account: string
  readonly connectionId?: string
  /** Somebody changed what was written for it. */
  readonly isChanged: boolean
  /** It asks nobody: it reads a file that is kept fresh. */
  readonly isKept: boolean
}

export interface ProgramRows {
  readonly connected: readonly ProgramRow[]
  readonly others: readonly ProgramRow[]
  /** Those of both that a person has to look at. */
  readonly failing: readonly ProgramRow[]
  /** On this machine, and not connected. */
  readonly found: readonly ConsumerView[]
  readonly absent: readonly ConsumerView[]
}

export function programRows({ consumers, connections, askers }: ProgramsView): ProgramRows {
  const taken = new Set<AskerView>()
  const connected = connections.map((connection) => {
    const its = askers.filter((asker) => asksFor(asker, connection))
    for (const asker of its) taken.add(asker)
    return connectedRow(connection, its)
  })
  const others = askers.filter((asker) => !taken.has(asker)).map(askerRow)
  const free = consumers.filter(({ id }) => !connections.some(({ consumer }) => consumer === id))
  return {
    connected,
    others,
    failing: [...connected, ...others].filter(isFailing),
    found: free.filter(({ foundAt }) => foundAt !== undefined),
    absent: free.filter(({ foundAt }) => foundAt === undefined),
  }
}

/** It wants a token and gets none, or not by what was written for it; what a person blocked is as they want it. */
function isFailing({ refusal, isChanged, isWithheld }: ProgramRow): boolean {
  return !isWithheld && (refusal !== undefined || isChanged)
}

/** What it asks for lies at or below what it was connected for. */
function asksFor({ program, login, use }: AskerView, connection: ConnectionView): boolean {
  if (login !== connection.login || program !== connection.asksAs) return false
  if (use === undefined) return true
  const [kind, place = ''] = connection.use.split(' ')
  const [askedKind, asked = ''] = use.split(' ')
  return kind === askedKind && bare(asked).startsWith(bare(place))
}

/** Registries are asked for with and without a scheme. */
function bare(place: string): string {
  return place.replace(/^[\w+]*:\/\//, '').replace(/^[^@/]*@/, '')
}

function connectedRow(connection: ConnectionView, askers: readonly AskerView[]): ProgramRow {
  const { id, name, use, login, account, files, keeps } = connection
  return {
    key: id,
    name,
    about: use.replace(/^\w+ /, ''),
    login,
    account: account ?? login,
    connectionId: id,
    isChanged: files.some(({ state }) => state !== 'there'),
    isKept: keeps !== undefined,
    ...summed(askers),
    isWithheld: connection.isWithheld,
  }
}

function askerRow(asker: AskerView): ProgramRow {
  const { program, login, account, use, isKnown } = asker
  const onBus = isKnown && program.startsWith('/')
  return {
    key: JSON.stringify([program, isKnown, login, use]),
    name: program,
    about:
      use ??
      (onBus ? t('asks by the session bus, verified by the system') : t('asks for this login by its name')),
    login,
    account: account ?? login,
    isChanged: false,
    isKept: false,
    ...summed([asker]),
  }
}

export function summed(askers: readonly AskerView[]): Asked {
  const [latest] = [...askers].sort((a, b) => b.lastAtMs - a.lastAtMs)
  const refusal = latest?.lastRefusal?.atMs === latest?.lastAtMs ? latest?.lastRefusal : undefined
  return {
    askers,
    times: askers.reduce((sum, { times }) => sum + times, 0),
    byHour: Array.from({ length: 24 }, (_, hour) =>
      askers.reduce((sum, { byHour }) => sum + (byHour[hour] ?? 0), 0),
    ),
    ...(latest ? { lastAtMs: latest.lastAtMs } : {}),
    ...(refusal ? { refusal } : {}),
    isWithheld: askers.some(({ isWithheld }) => isWithheld),
  }
}

/** The program that would be given nothing, where a person blocks it from this row's login. */
export function withheldName(row: ProgramRow, { connections }: ProgramsView): string {
  return connections.find(({ id }) => id === row.connectionId)?.asksAs ?? row.name
}
