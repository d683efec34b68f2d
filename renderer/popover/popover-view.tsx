/** The small window at the tray: how things stand, who needs somebody, what is next, and the three things to do. */
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { useStore } from 'zustand'
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
  useKeys(frame)
  useHeight(frame)
  if (!overview && !told) return null
  return (
    <main className="popover" ref={frame}>
      {overview ? <PopoverBand overview={overview} welcomed={welcomed} /> : null}
      {overview && welcomed ? <PopoverList overview={overview} /> : null}
      <PopoverFoot overview={overview} welcomed={welcomed} told={told} />
    </main>
  )
}

/** Escape closes what is open, the arrows go from control to control; the first one waits for Enter. */
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
    const onFocus = () => {
      if (!frame.current?.contains(document.activeElement)) frame.current?.querySelector('button')?.focus()
    }
    const onHidden = () => {
      if (!document.hidden) return
      actions.forget()
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    }
    document.addEventListener('keydown', onKey)
    window.addEventListener('focus', onFocus)
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('keydown', onKey)
      window.removeEventListener('focus', onFocus)
      document.removeEventListener('visibilitychange', onHidden)
    }
  }, [store, actions, frame])
}

/** The window is as high as what it shows. Its list may scroll, so the parts are added up. */
function useHeight(frame: RefObject<HTMLElement | null>): void {
  const { actions } = usePopover()
  const told = useRef(0)
  useLayoutEffect(() => {
    const measure = () => {
      const parts = [...(frame.current?.children ?? [])]
      const height = Math.ceil(parts.reduce((sum, part) => sum + part.scrollHeight, 0))
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
