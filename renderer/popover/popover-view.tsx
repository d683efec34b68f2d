/** The small window at the tray: how things stand, who needs somebody, what is next, and the three things to do. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { showWholeWords } from '../ui/whole-words.ts'
import { PopoverBand } from './popover-band.tsx'
import { PopoverFoot } from './popover-foot.tsx'
import { nextControl } from './popover-keys.ts'
import { PopoverList } from './popover-list.tsx'
import { type Popover, PopoverContext, usePopover } from './popover-state.ts'

export function PopoverView(props: { popover: Popover }) {
  return (
    <PopoverContext value={props.popover}>
      <Frame />
    </PopoverContext>
  )
}

function Frame() {
  const { store, actions } = usePopover()
  const overview = useStore(store, (state) => state.overview)
  const welcomed = useStore(store, (state) => state.welcomed)
  const told = useStore(store, (state) => state.told)
  const frame = useRef<HTMLElement>(null)
  useEffect(() => actions.connect(), [actions])
  useEffect(() => showWholeWords(document), [])
  useKeys(frame)
  useHeight(frame)
  useFirstFocus(frame, overview !== undefined)
  if (!overview && !told) return null
  return (
    <main className="popover" ref={frame} tabIndex={-1}>
      {overview ? <PopoverBand overview={overview} welcomed={welcomed} /> : null}
      {overview && welcomed ? <PopoverList overview={overview} /> : null}
      <PopoverFoot overview={overview} welcomed={welcomed} told={told} />
    </main>
  )
}

/** Escape closes what is open, the arrows go from control to control. */
function useKeys(frame: RefObject<HTMLElement | null>): void {
  const { store, actions } = usePopover()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { choosesPause, restart } = store.getState()
      if (event.key === 'Escape') {
        if (choosesPause || restart) actions.forget()
        else actions.hide()
        return event.preventDefault()
      }
      const controls = [...(frame.current?.querySelectorAll<HTMLElement>('button') ?? [])]
      const to = nextControl(
        event.key,
        controls.indexOf(document.activeElement as HTMLElement),
        controls.length,
      )
      if (to === undefined) return
      controls[to]?.focus()
      event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [store, actions, frame])
}

/** What mends a login waits for Enter; where nobody is needed, the arrows begin at the first control. */
function useFirstFocus(frame: RefObject<HTMLElement | null>, isReady: boolean): void {
  const isShown = useStore(usePopover().store, (state) => state.isShown)
  useEffect(() => {
    if (!isReady || !isShown) return
    const mending = frame.current?.querySelector<HTMLElement>('[data-attention="needs-you"] button')
    ;(mending ?? frame.current)?.focus()
  }, [frame, isReady, isShown])
}

/** The window is as high as what it shows. Its list may scroll, so the parts are added up. */
function useHeight(frame: RefObject<HTMLElement | null>): void {
  const { actions } = usePopover()
  const told = useRef(0)
  useLayoutEffect(() => {
    const measure = () => {
      const parts = [...(frame.current?.children ?? [])] as HTMLElement[]
      const height = parts.reduce((sum, part) => sum + wholeHeight(part), 0)
      if (parts.length === 0 || height === told.current) return
      told.current = height
      actions.fit(height)
    }
    measure()
    const observer = new MutationObserver(measure)
    const body = document.body
    observer.observe(body, { subtree: true, childList: true, characterData: true })
    void document.fonts?.ready.then(measure)
    return () => observer.disconnect()
  }, [actions, frame])
}

/** With its borders, and with what would have to be scrolled to. */
function wholeHeight(part: HTMLElement): number {
  return part.scrollHeight + part.offsetHeight - part.clientHeight
}
