/** A button that opens a short menu: the arrow keys walk in it, Escape and a click elsewhere close it. */
import { type ReactNode, useCallback, useId, useRef, useState } from 'react'
import { Menu, type MenuItem } from './menu.tsx'

export type { MenuItem }

export function MenuButton(props: {
  className: string
  /** For assistive technology, where the visible words are not enough. */
  name?: string
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = useCallback((focusBack: boolean) => {
    setOpen(false)
    if (focusBack) button.current?.focus()
  }, [])
  const anchor = useCallback(() => button.current?.getBoundingClientRect(), [])
  return (
    <>
      <button
        ref={button}
        type="button"
        className={props.className}
        aria-haspopup="menu"
        aria-expanded={open}
        {...(open ? { 'aria-controls': id } : {})}
        {...(props.name ? { 'aria-label': props.name } : {})}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen(true)
        }}
      >
        {props.children}
      </button>
      {open ? (
        <Menu
          id={id}
          anchor={anchor}
          opener={button}
          items={props.items}
          align={props.align ?? 'start'}
          close={close}
        />
      ) : null}
    </>
  )
}
