/** A button that opens a short menu: the arrow keys walk in it, Escape and a click elsewhere close it. */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { placePopover } from '../format/popover.ts'

export interface MenuItem {
  readonly id: string
  readonly label: string
  /** Given for a choice among the items; the chosen one is marked. */
  readonly checked?: boolean
  /** On or off by itself, apart from the choice above it. */
  readonly own?: true
  readonly run: () => void
}

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
  const close = (focusBack: boolean) => {
    setOpen(false)
    if (focusBack) button.current?.focus()
  }
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
      {open ? <Menu id={id} button={button} items={props.items} align={props.align} close={close} /> : null}
    </>
  )
}

function Menu(props: {
  id: string
  button: { readonly current: HTMLButtonElement | null }
  items: readonly MenuItem[]
  align: 'start' | 'end' | undefined
  close: (focusBack: boolean) => void
}) {
  const { button, close } = props
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  useLayoutEffect(() => {
    const anchor = button.current?.getBoundingClientRect()
    const menu = box.current
    if (!anchor || !menu) return
    const view = { width: window.innerWidth, height: window.innerHeight }
    setPlace(placePopover(anchor, menu.getBoundingClientRect(), view, 'below', props.align ?? 'start'))
    const items = [...menu.querySelectorAll<HTMLElement>('button')]
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0]
    chosen?.focus({ preventScroll: true })
  }, [button, props.align])
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node
      // A click on the button closes it by itself.
      if (!box.current?.contains(target) && !button.current?.contains(target)) close(false)
    }
    const onResize = () => close(false)
    document.addEventListener('pointerdown', onPress)
    window.addEventListener('resize', onResize)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      window.removeEventListener('resize', onResize)
    }
  }, [button, close])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Tab') close(true) // Tab then goes on from the button
    const items = [...(box.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = (place: number) => items[(place + items.length) % items.length]?.focus()
    if (event.key === 'Escape') close(true)
    else if (event.key === 'ArrowDown') to(at + 1)
    else if (event.key === 'ArrowUp') to(at - 1)
    else if (event.key === 'Home') to(0)
    else if (event.key === 'End') to(-1)
    else return
    event.preventDefault()
    event.stopPropagation() // Escape closes the menu alone, not the sheet under it
  }

  return (
    <div
      ref={box}
      id={props.id}
      role="menu"
      tabIndex={-1}
      className="menu"
      // Not `visibility`: what is not visible cannot take the focus.
      style={place ? { left: place.left, top: place.top } : { opacity: 0 }}
      onKeyDown={onKeyDown}
    >
      {props.items.map((item) => (
        <button
          key={item.id}
          type="button"
          role={item.checked === undefined ? 'menuitem' : item.own ? 'menuitemcheckbox' : 'menuitemradio'}
          {...(item.checked === undefined ? {} : { 'aria-checked': item.checked })}
          tabIndex={-1}
          className={item.own ? 'menu-item menu-item-own' : 'menu-item'}
          onClick={() => {
            close(true)
            item.run()
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}
