/** What could be safer about the files of one login. */
import type { ProfileView } from '../../app/contract/views.ts'
import { findingsOf, findingTitle } from '../model/findings.ts'
import { useAppState } from '../state/app-context.ts'
import { Glyph } from '../ui/glyph.tsx'
import { FindingAction } from './finding-row.tsx'

export function LoginFindings(props: { profile: ProfileView }) {
  const findings = useAppState((state) => findingsOf(props.profile, state.findings))
  if (findings.length === 0) return null
  return (
    <section className="detail-part">
      <h3>Could be safer</h3>
      <ul className="login-findings">
        {findings.map((finding) => (
          <li key={finding.id}>
            <Glyph shape={finding.kind === 'keychain' ? 'dash' : 'diamond-open'} tone="next" small />
            <span>{findingTitle(finding)}</span>
            <FindingAction finding={finding} />
          </li>
        ))}
      </ul>
    </section>
  )
}
