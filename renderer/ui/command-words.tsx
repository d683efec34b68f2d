/** A command of a terminal: it wraps between its words and not within an option. */
import { Fragment } from 'react'

export function CommandWords(props: { command: string }) {
  return (
    <code className="command-words">
      {props.command.split(' ').map((word, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of one command do not change places
        <Fragment key={at}>
          {at > 0 ? ' ' : ''}
          <span>{word}</span>
        </Fragment>
      ))}
    </code>
  )
}
