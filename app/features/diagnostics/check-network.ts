/** Can the providers be reached, and does this machine's clock agree with theirs? One request each, without credentials, but for the certificate without which no connection comes about. */
import { durationText } from '../../base/duration-text.ts'
import { AppError, messageOf } from '../../base/errors.ts'
import { type ClientCertificate, HttpFailure, type Ports } from '../../base/ports.ts'
import { unreachable } from '../../oauth/certificate-hint.ts'
import { inTlsOf } from '../../oauth/client-authentication.ts'
import { originOf } from '../../oauth/endpoint-url.ts'
import { type DoctorDeps, type Finding, finding, orOk } from './finding.ts'

const TIMEOUT_MS = 10_000
/** Within a minute nothing minds; the Date header itself is good to a second, and the way there takes some. */
const SKEW_MS = 60_000

export async function checkNetwork(tools: DoctorDeps): Promise<readonly Finding[]> {
  const endpoints = await endpointsInUse(tools)
  const looks = await Promise.all(
    [...endpoints.origins].map(([origin, server]) => look(tools.ports, origin, server)),
  )
  const told = looks.flatMap(({ findings }) => findings)
  const skews = looks.flatMap(({ skewMs }) => (skewMs === undefined ? [] : [skewMs]))
  const answered = looks.some(({ answered }) => answered)
  const clock = skews.length > 0 ? [aboutClock(skews)] : answered ? [UNTOLD] : []
  return orOk([...endpoints.findings, ...told, ...clock], 'No provider has to be reached.')
}

const UNTOLD = finding('note', 'The clock could not be compared: no provider told the time.')

/** Only of providers with a login here that we would refresh. */
async function endpointsInUse({ overview, findProvider, resolve }: DoctorDeps) {
  const origins = new Map<string, Server>()
  const findings: Finding[] = []
  const ids = overview.profiles.filter(({ can }) => can.refresh).map(({ providerId }) => providerId)
  for (const id of new Set(ids)) {
    const provider = findProvider(id)
    if (!provider || provider.clientPerLogin) continue // each login has a server of its own
    try {
      const resolved = await resolve(provider)
      const { tokenEndpoint, name } = resolved
      origins.set(originOf(tokenEndpoint), { name, ...inTlsOf(resolved) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      findings.push(finding('bad', error.message, error.hint))
    }
  }
  return { origins, findings }
}

/** A clock that is wrong makes tokens look fresh that are not, or the other way round. */
const MEANWHILE = 'Until then Lamplighter may renew too early or too late.'

interface Server {
  readonly name: string
  readonly certificate?: ClientCertificate
}

interface Look {
  readonly findings: readonly Finding[]
  readonly answered: boolean
  /** How far our clock is ahead of theirs. */
  readonly skewMs?: number
}

async function look({ http, clock }: Ports, origin: string, { name, ...shown }: Server): Promise<Look> {
  const startedMs = clock.now()
  try {
    const { headers } = await http.send({ method: 'GET', url: `${origin}/`, timeoutMs: TIMEOUT_MS, ...shown })
    const endedMs = clock.now()
    const serverMs = Date.parse(headers.date ?? '')
    const findings = [finding('ok', `${name} answers (${origin}, ${endedMs - startedMs} ms).`)]
    if (Number.isNaN(serverMs)) return { findings, answered: true }
    return { findings, answered: true, skewMs: (startedMs + endedMs) / 2 - serverMs }
  } catch (error) {
    if (!(error instanceof HttpFailure)) throw error
    const { message, hint = 'Check the network, and whether a proxy or a firewall is in the way.' } =
      unreachable(name, error)
    return {
      findings: [finding('bad', `${message.replace(/\.$/, '')}: ${messageOf(error)}`, hint)],
      answered: false,
    }
  }
}

/** One server may be wrong; the one that agrees best with us speaks for the others. */
function aboutClock(skews: readonly number[]): Finding {
  const least = skews.reduce((best, skew) => (Math.abs(skew) < Math.abs(best) ? skew : best))
  if (Math.abs(least) <= SKEW_MS) return finding('ok', 'The clock agrees with the providers.')
  const what = `The clock of this machine is ${durationText(least)} ${least > 0 ? 'ahead of' : 'behind'} the providers’ clocks.`
  const todo = `Let the system set its time from the network. ${MEANWHILE}`
  return finding('warn', what, todo)
}
