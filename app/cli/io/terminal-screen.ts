/** A terminal that is drawn anew as a whole, in place. ECMA-48: CUP, EL and ED. */
import type { WriteStream } from 'node:tty'
import type { Screen } from './command.ts'

/** Of a terminal that was never told its size, as on a serial line: it says 0 by 0. */
const USUAL = { rows: 24, columns: 80 }

export function terminalScreen(terminal: WriteStream): Screen {
  return {
    get rows() {
      return terminal.rows || USUAL.rows
    },
    get columns() {
      return terminal.columns || USUAL.columns
    },
    draw(lines) {
      const cut = lines.slice(0, this.rows - 1).map((line) => `${line.slice(0, this.columns)}\u001b[K\n`)
      terminal.write(`\u001b[H${cut.join('')}\u001b[J`)
    },
  }
}
