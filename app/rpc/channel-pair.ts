/** Two ends of a wire inside one process: what one sends, the other hears, in the next turn of the loop. */
import type { LineChannel } from '../base/ports.ts'

export function channelPair(): readonly [LineChannel, LineChannel] {
  let isClosed = false
  let settle: () => void = () => undefined
  const closed = new Promise<Record<string, never>>((resolve) => {
    settle = () => resolve({})
  })
  const makeEnd = (): End => {
    const kept: string[] = []
    let listener: ((line: string) => void) | undefined
    return {
      hear: (line) => (listener ? listener(line) : void kept.push(line)),
      listen(next) {
        listener = next
        for (const line of kept.splice(0)) next(line)
      },
    }
  }
  const close = (): void => {
    isClosed = true
    settle()
  }
  const wireBetween = (mine: End, theirs: End): LineChannel => ({
    closed,
    close: () => queueMicrotask(close), // what was said just now still arrives
    onLine: (listener) => mine.listen(listener),
    send(line) {
      if (isClosed) return false
      queueMicrotask(() => {
        if (!isClosed) theirs.hear(line)
      })
      return true
    },
  })
  const [left, right] = [makeEnd(), makeEnd()]
  return [wireBetween(left, right), wireBetween(right, left)]
}

interface End {
  hear(line: string): void
  listen(listener: (line: string) => void): void
}
