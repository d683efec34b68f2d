/** The members of one etcd cluster: asks one of them, as a user, and turns to the next when it fails. */
import { z } from 'zod'
import { AppError } from '../../base/errors.ts'
import { parseJson } from '../../base/json.ts'
import { type RegisterAddress, RegisterFailure } from '../../base/register.ts'
import { errorIn, failureOf, strangeReply, unreached, wantsToken } from './etcd-errors.ts'
import { EtcdTransport, type Streaming, TransportError, type TransportReply } from './etcd-transport.ts'

/** Each change of any user makes what is under way at that moment be asked for again. */
const MOST_TOKENS = 5
/** An election takes about two seconds; a member that is slower than this is passed over. */
const TIMEOUT_MS = 4_000
/** A new token is a write that the whole cluster agrees on, and a password to be looked at: many who ask a busy engine for one keep it busy. */
const SILENCES_OF_A_TOKEN = 3

const replySchema = z.looseObject({
  header: z.looseObject({ cluster_id: z.string(), revision: z.string().default('0') }),
})

export interface Call {
  readonly path: string
  readonly body: unknown
  /** What was done is not done again by asking another member. */
  readonly isWrite?: boolean
  /** Its answer is as new as every answer before it. */
  readonly isCurrent?: boolean
}

export class EtcdMembers {
  readonly #options: RegisterAddress
  readonly #transport: EtcdTransport
  #at = 0
  #token: Promise<string> | undefined
  #cluster: string | undefined
  #newest = 0
  /** In a row, of whatever was asked. */
  #silences = 0

  /** @throws AppError ARGUMENT_INVALID */
  constructor(options: RegisterAddress) {
    for (const member of options.members) if (!isSecure(member)) throw notSecure(member)
    if (options.members.length === 0) throw notSecure('')
    this.#options = options
    this.#cluster = options.cluster
    this.#transport = new EtcdTransport(options.ca)
  }

  /** Whoever takes the password tells it. @throws RegisterFailure */
  async identity(): Promise<string> {
    if (this.#cluster === undefined) await this.#anywhere(false, (member) => this.#tokenAt(member))
    return this.#cluster ?? ''
  }

  /** The one asked now. */
  get current(): string {
    return this.#options.members[this.#at % this.#options.members.length] ?? ''
  }

  /** @param failed the member it was about: whoever turned away already is not sent back */
  turnFrom(failed: string): void {
    if (this.current === failed) this.#at++
  }

  /** @throws RegisterFailure */
  call<T>(schema: z.ZodType<T>, asked: Call): Promise<T> {
    return this.#anywhere(asked.isWrite ?? false, (member) => this.#ask(member, schema, asked))
  }

  async #anywhere<T>(isWrite: boolean, ask: (member: string) => Promise<T>): Promise<T> {
    let failure: RegisterFailure | undefined
    for (let tries = 0; tries < this.#options.members.length; tries++) {
      const member = this.current
      try {
        return await ask(member)
      } catch (error) {
        failure = unreached(error, isWrite)
        if (!isOfThatMember(failure) && !isUnknownThere(failure)) throw failure
        this.turnFrom(member)
        if (isWrite && failure.left && failure.reason !== 'unreachable') throw failure
      }
    }
    throw failure
  }

  /** @throws RegisterFailure */
  async stream(member: string, asked: Call, streaming: Streaming): Promise<void> {
    try {
      const { path, body } = asked
      await this.#withToken(member, (token) =>
        this.#transport.stream({ member, path, body, token }, streaming),
      )
    } catch (error) {
      throw unreached(error, false)
    }
  }

  /** What a stream has told counts as told. */
  hasTold(revision: number): void {
    this.#newest = Math.max(this.#newest, revision)
  }

  /** A line of a stream that tells of a token that lapsed. */
  forgetToken(): void {
    this.#token = undefined
  }

  close(): void {
    this.#transport.close()
  }

  async #ask<T>(member: string, schema: z.ZodType<T>, asked: Call): Promise<T> {
    const isWrite = asked.isWrite ?? false
    const newest = this.#newest
    let reply = await this.#post(member, asked)
    for (let tokens = 1; tokens < MOST_TOKENS; tokens++) {
      const error = errorIn(reply.body)
      if (!error || !wantsToken(error)) break
      this.#token = undefined
      reply = await this.#post(member, asked)
    }
    const answer = this.#answerIn(member, reply, isWrite)
    const { header } = answer
    const revision = Number(header.revision)
    if (asked.isCurrent && revision < newest) throw older(member)
    if (asked.isCurrent) this.#newest = Math.max(this.#newest, revision)
    const parsed = schema.safeParse(answer)
    if (!parsed.success) throw strangeReply(reply, isWrite)
    return parsed.data
  }

  async #post(member: string, { path, body }: Call): Promise<TransportReply> {
    return this.#withToken(member, (token) =>
      this.#transport.post({ member, path, body, token, timeoutMs: TIMEOUT_MS }),
    )
  }

  /**
   * A token names how far the register was when it was given, and a member answers nothing until it is as far: one that
   * was put back may never be. So what broke is asked with another, and so is what brings no answer again and again.
   */
  async #withToken<T>(member: string, ask: (token: string) => Promise<T>): Promise<T> {
    const token = this.#tokenAt(member)
    try {
      const answer = await ask(await token)
      this.#silences = 0
      return answer
    } catch (error) {
      const isPatient = error instanceof TransportError && error.gaveUp
      const isOver = !isPatient || ++this.#silences % SILENCES_OF_A_TOKEN === 0
      if (isOver && this.#token === token) this.#token = undefined
      throw error
    }
  }

  #answerIn(member: string, reply: TransportReply, isWrite: boolean): z.infer<typeof replySchema> {
    const error = errorIn(reply.body)
    if (error) throw failureOf(error, isWrite)
    const parsed = replySchema.safeParse(parseJson(reply.body))
    if (reply.status !== 200 || !parsed.success) throw strangeReply(reply, isWrite)
    const { cluster_id: cluster } = parsed.data.header
    this.#cluster ??= cluster
    if (cluster !== this.#cluster) throw another(member)
    return parsed.data
  }

  /** Of all members; they forget it some minutes after its last use, and when they are started anew. */
  #tokenAt(member: string): Promise<string> {
    const asked = this.#token ?? this.#authenticate(member)
    this.#token = asked
    asked.catch(() => {
      if (this.#token === asked) this.#token = undefined
    })
    return asked
  }

  async #authenticate(member: string): Promise<string> {
    const { user, password } = this.#options
    const asked = { member, path: '/v3/auth/authenticate', token: undefined, timeoutMs: TIMEOUT_MS }
    try {
      const reply = await this.#transport.post({
        ...asked,
        body: { name: user, password: password.expose() },
      })
      const { token } = this.#answerIn(member, reply, false)
      if (typeof token !== 'string') throw strangeReply(reply, false)
      return token
    } catch (error) {
      const { reason, message } = unreached(error, false) // whatever was asked for has not left
      throw new RegisterFailure(reason, false, message, { cause: error })
    }
  }
}

/** The others may do better. What concerns the whole cluster is the same everywhere. */
function isOfThatMember({ reason }: RegisterFailure): boolean {
  return reason === 'unreachable' || reason === 'unknown' || reason === 'no-quorum'
}

/** A password is looked at by the member alone, and one that lags behind the others does not know a new user yet. */
function isUnknownThere({ reason, left }: RegisterFailure): boolean {
  return reason === 'denied' && !left
}

function isSecure(member: string): boolean {
  return URL.canParse(member) && new URL(member).protocol === 'https:'
}

function notSecure(member: string): AppError {
  return new AppError('ARGUMENT_INVALID', `"${member}" is not where a fleet’s etcd can be asked.`, {
    hint: 'Give an address like https://10.0.0.1:2379. Without TLS the passwords would be readable on the way.',
  })
}

function another(member: string): RegisterFailure {
  return new RegisterFailure('gone-back', true, `${member} belongs to another cluster than before.`)
}

function older(member: string): RegisterFailure {
  return new RegisterFailure('gone-back', true, `${member} knows less than it has told before.`)
}
