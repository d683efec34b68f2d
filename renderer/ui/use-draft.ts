/** What is being typed into a field, until it is left or Enter is pressed: then it is a change, or a sentence says why not. */
import { type KeyboardEvent, useState } from 'react'

export interface Draft {
  readonly text: string
  readonly error: string | undefined
  type(text: string): void
  /** Another way to the same value, such as a button beside the field. */
  set(text: string): void
  readonly field: {
    readonly value: string
    readonly 'aria-invalid': boolean
    readonly onChange: (event: { readonly target: { readonly value: string } }) => void
    readonly onBlur: () => void
    readonly onKeyDown: (event: KeyboardEvent) => void
  }
}

/** @param current as it is set, in the words of the field */
export function useDraft<T>(
  current: string,
  parse: (text: string) => Parsed<T>,
  commit: (value: T) => void,
): Draft {
  const [typed, setTyped] = useState<string>()
  const [error, setError] = useState<string>()

  function type(text: string): void {
    setTyped(text)
    // Once it was found wrong, each key tells whether it still is; before that, nobody is interrupted.
    if (error === undefined) return
    const parsed = parse(text)
    setError(parsed.ok ? undefined : parsed.error)
  }

  function settle(text: string | undefined): void {
    const parsed = text === undefined || text.trim() === current ? undefined : parse(text)
    if (parsed && !parsed.ok) setError(parsed.error)
    else forget()
    if (parsed?.ok) commit(parsed.value)
  }

  function forget(): void {
    setTyped(undefined)
    setError(undefined)
  }

  return {
    text: typed ?? current,
    error,
    type,
    set(text) {
      setTyped(text)
      settle(text)
    },
    field: {
      value: typed ?? current,
      'aria-invalid': error !== undefined,
      onChange: (event) => type(event.target.value),
      onBlur: () => settle(typed),
      onKeyDown: (event) => {
        if (event.key === 'Enter') settle(typed)
        if (event.key === 'Escape' && typed !== undefined) forget()
      },
    },
  }
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string }
