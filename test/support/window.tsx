/** The whole window on a fake bridge and a clock that moves when told. It closes when the test is over. */
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'
import type { HistoryEventView, OverviewView } from '../../app/contract/views.ts'
import { createFakeBridge, type FakeWorld } from '../../renderer/preview/fake-bridge.ts'
import { App } from '../../renderer/shell/app.tsx'
import { createApp } from '../../renderer/state/app-context.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

export async function openWindow(
  overview: OverviewView,
  history: readonly HistoryEventView[] = [],
  more: Partial<FakeWorld> = {},
) {
  let now = overview.atMs
  let timer: { at: number; run: () => void } | undefined
  let hidden = false
  let onVisibility: () => void = () => undefined
  const bridge = createFakeBridge({ ...more, overview, history, now: () => now })
  const parts = createApp(bridge, {
    now: () => now,
    after(ms, run) {
      const mine = { at: now + ms, run }
      timer = mine
      return () => {
        if (timer === mine) timer = undefined
      }
    },
    hidden: () => hidden,
    onVisibility(run) {
      onVisibility = run
      return () => undefined
    },
  })
  document.body.innerHTML = '<div id="root"></div>'
  const root = createRoot(document.querySelector('#root') as HTMLElement)
  const close = () => act(async () => root.unmount())
  onTestFinished(close)
  await act(async () => root.render(<App parts={parts} />))
  return {
    bridge,
    /** The arguments of each call of that name, in order. */
    asked: (name: string) => bridge.asked.filter((one) => one.name === name).map(({ args }) => args),
    store: parts.store,
    actions: parts.actions,
    /** Moves the clock, second by second as far as the ticker wants it. */
    pass: (ms: number) =>
      act(async () => {
        const end = now + ms
        while (timer && timer.at <= end) {
          const due = timer
          timer = undefined
          now = due.at
          due.run()
        }
        now = end
      }),
    hide: (next: boolean) =>
      act(async () => {
        hidden = next
        onVisibility()
      }),
    close,
  }
}

export function row(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`[data-row="${id}"]`)
  if (!found) throw new Error(`no row ${id}`)
  return found
}

export function button(name: string | RegExp, inside: ParentNode = document): HTMLElement {
  const found = [...inside.querySelectorAll<HTMLElement>('button')].find((one) => {
    const label = one.getAttribute('aria-label') ?? one.textContent ?? ''
    return typeof name === 'string' ? label.trim() === name : name.test(label)
  })
  if (!found) throw new Error(`no button ${name}`)
  return found
}

/** A line of a list that is chosen from by one field. */
export function option(name: RegExp, inside: ParentNode = document): HTMLElement {
  const found = [...inside.querySelectorAll<HTMLElement>('[role=option]')]
  const named = found.find((one) => name.test(one.textContent ?? ''))
  if (!named) throw new Error(`no option ${name}`)
  return named
}

/** Something happens outside the window: the core reports, the provider answers. */
export const meanwhile = (run: () => void) => act(async () => run())

export const click = (element: HTMLElement) => act(async () => element.click())

export const press = (key: string, element: Element | null = document.activeElement) =>
  act(async () => {
    element?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })

/** React listens to the native setter, so the value goes in the way a person's typing does. */
export const type = (input: HTMLInputElement, text: string) =>
  act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })

export const choose = (select: HTMLSelectElement | null, value: string) =>
  act(async () => {
    if (!select) throw new Error('no choice')
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value)
    select.dispatchEvent(new Event('change', { bubbles: true }))
  })

/** A field is left: what was typed into it counts from now on. */
export const leave = (input: HTMLElement) =>
  act(async () => {
    input.focus()
    input.blur()
  })

/** The field or switch that these words name. */
export function field(label: string, inside: ParentNode = document): HTMLInputElement {
  const named = [...inside.querySelectorAll('label')].find((one) => one.textContent?.trim() === label)
  const found = named?.control ?? (named && document.getElementById(named.htmlFor))
  const labelled = inside.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`)
  if (found instanceof HTMLInputElement) return found
  if (labelled) return labelled
  throw new Error(`no field ${label}`)
}
