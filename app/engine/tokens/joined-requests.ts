/** Who asks for the same as somebody whose answer is under way gets that one: a thousand callers are one. */
import type { UsableToken } from '../../model/usable-token.ts'

interface Asked {
  readonly validForMs: number
  readonly askedBy: string
  readonly answer: Promise<UsableToken>
}

export class JoinedRequests {
  /** By the name that was asked for. */
  readonly #underWay = new Map<string, Asked[]>()

  /** @param ask called unless the same is being asked already */
  join(
    name: string,
    validForMs: number,
    askedBy: string,
    ask: (name: string, validForMs: number, askedBy: string) => Promise<UsableToken>,
  ): Promise<UsableToken> {
    const others = this.#underWay.get(name)
    const same = others?.find((one) => one.validForMs === validForMs && one.askedBy === askedBy)
    if (same) return same.answer
    const answer = ask(name, validForMs, askedBy).finally(() => this.#forget(name, answer))
    const asked = { validForMs, askedBy, answer }
    if (others) others.push(asked)
    else this.#underWay.set(name, [asked])
    return answer
  }

  #forget(name: string, answer: Promise<UsableToken>): void {
    const left = (this.#underWay.get(name) ?? []).filter((one) => one.answer !== answer)
    if (left.length > 0) this.#underWay.set(name, left)
    else this.#underWay.delete(name)
  }
}
