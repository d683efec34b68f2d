/** A terminal that is drawn anew as a whole, in place. ECMA-48: CUP, EL and ED. */
import type { WriteStream } from 'node:tty'
import type { Screen } from '../cli/command.ts'

export function terminalScreen(terminal: WriteStream): Screen {
  return {
    get rows() {
      return terminal.rows
    },
    get columns() {
      return terminal.columns
    },
    draw(lines) {
      const cut = lines
        .slice(0, terminal.rows - 1)
        .map((line) => `${line.slice(0, terminal.columns)}\u001b[K\n`)
      terminal.write(`\u001b[H${cut.join('')}\u001b[J`)
    },
  }
}
