/**
 * How long access tokens really live, where somebody saw them refused before their time. Pure; beliefs-file.ts keeps it.
 * It cannot tell a short life from a token that was revoked early: hence the floor, and the week after which it forgets.
 */
import { z } from 'zod'

const MINUTE = 60_000
const WEEK_MS = 7 * 24 * 60 * MINUTE

/** Revoked right after it was issued, or sent to the wrong server: a life as short as that is nobody's rule. */
export const SHORTEST_BELIEVED_MS = 5 * MINUTE

const beliefsSchema = z.object({
  version: z.literal(1),
  /** By provider: no token of it was seen to work for longer, and when that was last reported. */
  providers: z.record(z.string(), z.object({ longestLifeMs: z.number().positive(), atMs: z.number() })),
  /** Fingerprints of the access tokens that were reported, and when: each is acted upon once. */
  refused: z.record(z.string(), z.number()),
})

export type Beliefs = Readonly<z.infer<typeof beliefsSchema>>

export const NO_BELIEFS: Beliefs = { version: 1, providers: {}, refused: {} }

/** Undefined when it is not understood. */
export function parseBeliefs(text: string): Beliefs | undefined {
  try {
    return beliefsSchema.safeParse(JSON.parse(text)).data
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Without what was last heard of a week ago; a time far ahead is by another clock, and as little worth. */
export function stillBelieved(beliefs: Beliefs, nowMs: number): Beliefs {
  const isFresh = (atMs: number): boolean => Math.abs(nowMs - atMs) < WEEK_MS
  return {
    version: 1,
    providers: Object.fromEntries(Object.entries(beliefs.providers).filter(([, { atMs }]) => isFresh(atMs))),
    refused: Object.fromEntries(Object.entries(beliefs.refused).filter(([, atMs]) => isFresh(atMs))),
  }
}

export interface Refusal {
  /** Of the access token. */
  readonly fingerprint: string
  readonly provider: string
  /** Undefined when nobody knows when it was issued, or when its time was over anyway. */
  readonly livedMs: number | undefined
}

export function withRefusal(beliefs: Beliefs, refusal: Refusal, nowMs: number): Beliefs {
  const known = stillBelieved(beliefs, nowMs)
  const refused = { ...known.refused, [refusal.fingerprint]: nowMs }
  if (refusal.livedMs === undefined) return { ...known, refused }
  const before = longestLifeMs(known, refusal.provider) ?? Number.POSITIVE_INFINITY
  const longest = Math.max(SHORTEST_BELIEVED_MS, Math.min(before, refusal.livedMs))
  const providers = { ...known.providers, [refusal.provider]: { longestLifeMs: longest, atMs: nowMs } }
  return { version: 1, providers, refused }
}

export function longestLifeMs(beliefs: Beliefs, provider: string): number | undefined {
  return Object.hasOwn(beliefs.providers, provider) ? beliefs.providers[provider]?.longestLifeMs : undefined
}
