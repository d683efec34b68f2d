/** Which of our logins were lent to a machine that we went to ourselves: it may ask for their access tokens when we come. */
import { z } from 'zod'
import { parseJson } from '../../../base/json.ts'
import type { Ports } from '../../../base/ports.ts'
import type { NodeConnection } from '../connection/ask-node.ts'

const loan = z.object({ machine: z.string(), destination: z.string(), profile: z.string() })
export type Loan = Readonly<z.infer<typeof loan>>
const schema = z.looseObject({ loans: z.array(loan) })

export class Loans {
  readonly #ports: Pick<Ports, 'files' | 'paths'>
  #loans: readonly Loan[] = []

  constructor(ports: Pick<Ports, 'files' | 'paths'>) {
    this.#ports = ports
  }

  get all(): readonly Loan[] {
    return this.#loans
  }

  async load(): Promise<void> {
    const text = await this.#ports.files.readTrusted(this.#path)
    this.#loans = (text === undefined ? undefined : schema.safeParse(parseJson(text)).data)?.loans ?? []
  }

  /** The same machine, reached at the same place: an id alone could be claimed by another. */
  has({ machine, destination }: Pick<NodeConnection, 'machine' | 'destination'>, profile: string): boolean {
    return this.#loans.some(
      (one) => one.profile === profile && one.machine === machine && one.destination === destination,
    )
  }

  async add(one: Loan): Promise<void> {
    await this.load() // another process may have added one
    if (this.has(one, one.profile)) return
    await this.#write([...this.#loans, one])
  }

  async forgetNode(destination: string): Promise<void> {
    await this.load()
    const left = this.#loans.filter((one) => one.destination !== destination)
    if (left.length < this.#loans.length) await this.#write(left)
  }

  async #write(loans: readonly Loan[]): Promise<void> {
    this.#loans = loans
    await this.#ports.files.writeAtomic(this.#path, `${JSON.stringify({ version: 1, loans }, null, 1)}\n`)
  }

  get #path(): string {
    return `${this.#ports.paths.state}/lent.json`
  }
}
