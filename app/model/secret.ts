/** A value that must not be printed. Only expose() yields it, so a search for `expose()` lists every reader. */
export class Secret {
  readonly #value: string // private field: structuredClone, and so IPC, drops it

  constructor(value: string) {
    this.#value = value
  }

  expose(): string {
    return this.#value
  }

  equals(other: Secret | undefined): boolean {
    return other !== undefined && other.#value === this.#value
  }

  toString(): string {
    return '[secret]'
  }

  toJSON(): string {
    return '[secret]'
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]'
  }
}

/** An absent or empty string holds no secret. */
export function secret(value: string | undefined | null): Secret | undefined {
  return value ? new Secret(value) : undefined
}
