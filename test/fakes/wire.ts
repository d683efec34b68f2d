import type { LineChannel } from '../../app/base/ports.ts'

/** A wire that breaks: after so many messages, counted over both directions, nothing more gets through. */
export class Scissors {
  /** Messages seen so far. */
  count = 0
  /** The last message that gets through; undefined: all do. */
  after: number | undefined

  cut(wire: LineChannel): LineChannel {
    const passes = (): boolean => {
      this.count++
      if (this.after === undefined || this.count <= this.after) return true
      wire.close()
      return false
    }
    return {
      closed: wire.closed,
      close: () => wire.close(),
      send: (line) => passes() && wire.send(line),
      onLine: (listener) =>
        wire.onLine((line) => {
          if (passes()) listener(line)
        }),
    }
  }
}
