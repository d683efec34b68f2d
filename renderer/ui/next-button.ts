/** For the first button of a dialog's next step: the one that was pressed is gone, so this one has the focus. */
import { type RefObject, useEffect, useRef } from 'react'

export function useNextButton(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return button
}
