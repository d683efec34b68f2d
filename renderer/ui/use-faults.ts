/** What is wrong with the fields of a form, by their names: told at each try, and taken back where it is put right. */
import { type RefObject, useEffect, useRef, useState } from 'react'

export type FaultsOf<N extends string> = Partial<Record<N, string | undefined>>

export interface FormFaults<N extends string> {
  readonly form: RefObject<HTMLFormElement | null>
  readonly faults: FaultsOf<N>
  /** The first of them, as they stand on the screen, gets the focus. @returns whether there are any */
  tell(faults: FaultsOf<N>): boolean
  /** Nothing is said of these any more, until the next try. */
  right(...names: readonly N[]): void
}

export function useFaults<N extends string>(): FormFaults<N> {
  const form = useRef<HTMLFormElement>(null)
  const [faults, setFaults] = useState<FaultsOf<N>>({})
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each try, not at each key that puts one right
  useEffect(() => {
    const wrong: Readonly<Record<string, string | undefined>> = faults
    const fields = [...(form.current?.querySelectorAll<HTMLElement>('[name]') ?? [])]
    fields.find((field) => wrong[field.getAttribute('name') ?? ''])?.focus()
  }, [tries])
  return {
    form,
    faults,
    tell(next) {
      setFaults(next)
      setTries((count) => count + 1)
      return Object.keys(next).length > 0
    },
    right: (...names) =>
      setFaults((before) => ({ ...before, ...Object.fromEntries(names.map((name) => [name, undefined])) })),
  }
}
