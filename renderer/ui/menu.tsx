/** A short menu over the window: the arrow keys walk in it, Escape and a press elsewhere close it. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Box, placePopover } from '../format/popover.ts'

export interface MenuItem {
  readonly id: string
  readonly label: string
  /** Given for a choice among the items; the chosen one is marked. */
  readonly checked?: boolean
  /** On or off by itself, apart from the choice above it. */
  readonly own?: true
  readonly run: () => void
}

export function Menu(props: {
  id?: string
  /** For assistive technology, where no button names it. */
  name?: string
  /** What it stands beside. */
  anchor: () => Box | undefined
  /** A press on it closes the menu by itself. */
  opener?: { readonly current: HTMLElement | null }
  items: readonly MenuItem[]
  align: 'start' | 'end'
  close: (focusBack: boolean) => void
}) {
  const { anchor, opener, align, close } = props
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number }>()
  useLayoutEffect(() => {
    const beside = anchor()
    const menu = box.current
    if (!beside || !menu) return
    const view = { width: window.innerWidth, height: window.innerHeight }
    setPlace(placePopover(beside, menu.getBoundingClientRect(), view, 'below', align))
    const items = [...menu.querySelectorAll<HTMLElement>('button')]
    const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0]
    chosen?.focus({ preventScroll: true })
  }, [anchor, align])
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node
      if (!box.current?.contains(target) && !opener?.current?.contains(target)) close(false)
    }
    const onResize = () => close(false)
    document.addEventListener('pointerdown', onPress)
    window.addEventListener('resize', onResize)
    return () => {
      document.removeEventListener('pointerdown', onPress)
      window.removeEventListener('resize', onResize)
    }
  }, [opener, close])

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
      {...(props.id ? { id: props.id } : {})}
      {...(props.name ? { 'aria-label': props.name } : {})}
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
