/** Where a list is searched, with the key that leads there. */
import type { KeyboardEvent, RefObject } from 'react'
import { SearchIcon } from './icons.tsx'

export function SearchField(props: {
  input: RefObject<HTMLInputElement | null>
  label: string
  placeholder: string
  query: string
  /** As it is printed on the keyboard. */
  shortcut: string
  onQuery: (query: string) => void
  onKeyDown?: (event: KeyboardEvent) => void
}) {
  return (
    <label className="search">
      <SearchIcon />
      <span className="only-read">{props.label}</span>
      <input
        ref={props.input}
        type="search"
        placeholder={props.placeholder}
        value={props.query}
        spellCheck={false}
        onChange={(event) => props.onQuery(event.target.value)}
        onKeyDown={props.onKeyDown}
      />
      <span className="key" aria-hidden="true">
        {props.shortcut}
      </span>
    </label>
  )
}
