import type { ProfileView } from '../../app/contract/views.ts'
import { counted } from '../format/labels.ts'
import { summarise } from '../format/summary.ts'

/** "12 logins  9 fresh  1 due  1 needs sign-in". What does not fit on the line is left out, the least urgent first. */
export function Summary(props: { profiles: readonly ProfileView[] }) {
  return (
    <div className="summary">
      <h1>{counted(props.profiles.length, 'login')}</h1>
      <ul>
        {summarise(props.profiles).map((part) => (
          <li key={part.id} className={part.alarm ? 'summary-alarm' : undefined}>
            <strong>{part.count.toLocaleString('en-GB')}</strong> {part.word}
          </li>
        ))}
      </ul>
    </div>
  )
}
