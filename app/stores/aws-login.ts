/**
 * `aws login`: keys of a quarter of an hour with a refresh token that is bound to a key in the file. The AWS CLI renews
 * them when it is used, without a lock, and two of it at once lose the session: so it is asked only where a person wishes.
 */
import { AppError } from '../base/errors.ts'
import { isRecord, parseJson } from '../base/json.ts'
import { join as joinPath, nameOf } from '../base/path.ts'
import { awsConfigPath, awsSections, loginProfile } from './aws-config.ts'
import { accountOf, credentialOf, recordIn, timeOf } from './shared/fields.ts'
import { type FilePorts, fileStore } from './shared/file-store.ts'
import { whereOf } from './shared/where.ts'

/** A slow network; its own requests time out before. */
const TIMEOUT_MS = 90_000
/** The AWS CLI renews keys with less than five minutes left. */
const WITHIN_MS = 4.5 * 60_000

export const awsLogin = fileStore({
  id: 'aws-login',
  owner: 'AWS CLI',
  provider: 'aws',
  note: 'The AWS CLI renews it when it is used; while nobody uses it, it expires.',
  environment: ['AWS_LOGIN_CACHE_DIRECTORY'],
  paths: ({ folder }) => [
    joinPath(folder('AWS_LOGIN_CACHE_DIRECTORY', joinPath('.aws', 'login', 'cache')), '*.json'),
  ],
  beside: awsConfigPath,
  entries(content, { name, beside, random }) {
    const file = parseJson(content)
    if (!isRecord(file) || !isRecord(file.accessToken)) return undefined
    const keys = recordIn(file, 'accessToken')
    const account = accountOf({ name: keys.accountId })
    const credential = credentialOf({
      access: keys.sessionToken,
      refresh: file.refreshToken,
      expiresAtMs: timeOf(keys.expiresAt, 'iso'),
      account,
    })
    const digest = digestIn(name)
    const profile = loginProfile(awsSections(beside), (session) => random.sha256Hex(session) === digest)
    const ownLoginWords = profile === undefined ? [] : ['--profile', profile]
    const entry = `aws-login:${name.slice(0, 12)}`
    const login = { entry, label: 'AWS CLI · aws login', account, ownLoginWords }
    return [{ ...login, ...(credential ? { credential } : {}) }]
  },
  login: { command: ({ ownLoginWords = [] }) => ['aws', 'login', ...ownLoginWords] },
  delegation: {
    timeoutMs: TIMEOUT_MS,
    withinMs: WITHIN_MS,
    optIn: { note: 'The AWS CLI renews it when it is used, and when Lamplighter asks it to, as you wished.' },
    async refresh(ports, { path }, signal) {
      const profile = await profileFor(ports, digestIn(nameOf(path)))
      // It prints who the keys belong to: nothing of what it says is kept.
      const how = { input: '', timeoutMs: TIMEOUT_MS, mostBytes: 0, signal }
      const { why, code } = await ports.commands.run(
        ['aws', 'sts', 'get-caller-identity', '--profile', profile],
        how,
      )
      if (why === undefined && code === 0) return
      throw new AppError(
        'NOT_REFRESHABLE',
        `The AWS CLI was asked in vain: aws ${why ?? `ended with code ${code}`}.`,
        { hint: `Run: aws sts get-caller-identity --profile ${profile}, and see what it says.` },
      )
    },
  },
})

function digestIn(name: string): string {
  return name.replace(/\.json$/, '')
}

/** Any profile of this session: its file is named by the digest of the session's name. @throws AppError NOT_REFRESHABLE */
async function profileFor(
  ports: Pick<FilePorts, 'files' | 'paths' | 'process' | 'random'>,
  digest: string,
): Promise<string> {
  const path = awsConfigPath(whereOf(ports))
  const sections = awsSections(await ports.files.read(path))
  const profile = loginProfile(sections, (session) => ports.random.sha256Hex(session) === digest)
  if (profile !== undefined) return profile
  throw new AppError('NOT_REFRESHABLE', `No profile in ${path} is of this session any more.`, {
    hint: 'Sign in again: aws login',
  })
}
