/** The main screen: the band, the list, and the detail beside them. */
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { needingYou } from '../../app/contract/problems.ts'
import type { ProfileView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { listRows } from '../model/profile-rows.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { listedProblems } from '../state/selection.ts'
import { selectedProblem, selectedProfile } from '../state/store.ts'
import { NoticeBanner } from '../ui/notice-banner.tsx'
import { AxisLegend } from './axis-legend.tsx'
import { DuskBand } from './band.tsx'
import { DetailPane } from './detail-pane.tsx'
import { ProblemDetail } from './problem-detail.tsx'
import { ProfileList } from './profile-list.tsx'
import { SearchBar } from './search-bar.tsx'
import { useDetailSheet } from './use-detail-sheet.ts'
import { EmptyScreen, LoadingScreen } from './waiting.tsx'

export function LoginsScreen(props: { search: RefObject<HTMLInputElement | null> }) {
  const overview = useAppState((state) => state.overview)
  const failure = useAppState((state) => state.loadFailure)
  if (!overview) return <LoadingScreen failure={failure} />
  // A file that cannot be read holds logins, as far as anybody knows.
  if (overview.profiles.length === 0 && needingYou(overview).count === 0)
    return <EmptyScreen overview={overview} />
  return <Filled search={props.search} />
}

function Filled(props: { search: RefObject<HTMLInputElement | null> }) {
  const actions = useActions()
  const overview = useAppState((state) => state.overview)
  const profiles = overview?.profiles ?? NONE
  const query = useAppState((state) => state.query)
  const filter = useAppState((state) => state.filter)
  const program = useAppState((state) => state.program)
  const profile = useAppState(selectedProfile)
  const sort = useAppState((state) => state.sort)
  const opened = useAppState((state) => state.opened)
  const foldBy = useAppState((state) => state.foldBy)
  const compact = useAppState((state) => state.compact)
  const findings = useAppState((state) => state.findings)
  const problem = useAppState(selectedProblem)
  const dismissed = useAppState((state) => state.dismissed)
  const problems = useMemo(() => listedProblems({ overview, dismissed }), [overview, dismissed])
  const places = overview?.places.length ?? 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: another login, or another place, is another look
  useEffect(() => {
    void actions.loadFindings()
    void actions.loadOpenClaw()
  }, [actions, profiles.length, places])
  const nowMs = overview?.atMs ?? 0
  const rows = useMemo(
    () => listRows(profiles, { query, filter, program, sort, opened, foldBy, findings, problems, nowMs }),
    [profiles, query, filter, program, sort, opened, foldBy, findings, problems, nowMs],
  )
  const heading = useRef<HTMLHeadingElement>(null)
  const { narrow, open } = useDetailSheet(heading)
  return (
    <>
      <main className="screen" inert={open}>
        {overview ? <DuskBand overview={overview} /> : null}
        <SearchBar input={props.search} />
        <NoticeBanner />
        <div className="card list" data-compact={compact}>
          {rows.length > 0 ? (
            <>
              <ProfileList rows={rows} onOpen={() => heading.current?.focus()} />
              <AxisLegend />
            </>
          ) : (
            <p className="nothing">
              {query ? t('No login matches “{query}”.', { query }) : t('No login matches this filter.')}{' '}
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  actions.search('')
                  actions.filter('all')
                  actions.showProgram(undefined)
                }}
              >
                {t('Show all {profiles}', { profiles: profiles.length })}
              </button>
            </p>
          )}
        </div>
      </main>
      {open ? <div className="scrim" aria-hidden="true" onClick={actions.closeDetail} /> : null}
      {profile && (open || !narrow) ? (
        <DetailPane profile={profile} heading={heading} sheet={narrow} />
      ) : null}
      {problem && (open || !narrow) ? (
        <ProblemDetail problem={problem} heading={heading} sheet={narrow} />
      ) : null}
    </>
  )
}

const NONE: readonly ProfileView[] = []
