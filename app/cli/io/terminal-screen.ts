/** A terminal that is drawn anew as a whole, in place. ECMA-48: CUP, EL and ED. */
import type { WriteStream } from 'node:tty'
import type { Screen } from './command.ts'
import { written } from './line.ts'
import { cutLine } from './table.ts'

/** Of a terminal that was never told its size, as on a serial line: it says 0 by 0. */
const USUAL = { rows: 24, columns: 80 }

export function terminalScreen(terminal: WriteStream, hasColour = false): Screen {
  return {
    get rows() {
      return terminal.rows || USUAL.rows
    },
    get columns() {
      return terminal.columns || USUAL.columns
    },
    note(line) {
      const text = line === undefined ? '' : written(cutLine(line, this.columns - 1), hasColour)
      terminal.write(`\r${text}\u001b[K`)
    },
    draw(lines) {
      const shown = lines
        .slice(0, this.rows - 1)
        .map((line) => written(cutLine(line, this.columns), hasColour))
      terminal.write(`\u001b[H${shown.map((line) => `${line}\u001b[K\n`).join('')}\u001b[J`)
    },
  }
}
