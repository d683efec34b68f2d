/** The programs whose logins are here, each with whether Lamplighter keeps them alive, or who does. */
import { useEffect, useId } from 'react'
import type { ProgramView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import { counted } from '../format/labels.ts'
import { useActions, useAppState } from '../state/app-context.ts'
import { SettingRow, SettingsPart, Switch } from './setting-row.tsx'

/** Nothing where nothing was found. */
export function ProgramSettings() {
  const actions = useActions()
  const programs = useAppState((state) => state.owners)
  const profiles = useAppState((state) => state.overview?.profiles.length ?? 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of logins is another look
  useEffect(() => {
    void actions.loadOwners()
  }, [actions, profiles])
  const here = (programs ?? []).filter(({ logins, id }) => logins > 0 && id !== OUR_OWN)
  if (here.length === 0) return null
  return (
    <SettingsPart
      title={t('Programs')}
      note={t(
        'Where it is switched off, Lamplighter only counts the logins down and the program renews them.',
      )}
    >
      {here.map((program) => (
        <Program key={program.id} program={program} />
      ))}
    </SettingsPart>
  )
}

const OUR_OWN = 'vault'

function Program(props: { program: ProgramView }) {
  const { id: name, keptAlive } = props.program
  const actions = useActions()
  const decided = useAppState((state) => state.settings?.keptAlive[name])
  const id = useId()
  const title = `${props.program.name}: ${counted(props.program.logins, 'login')}`
  if (keptAlive === undefined) return <SettingRow title={title} note={noteFor(props.program)} />
  return (
    <SettingRow title={title} htmlFor={id} id={id} note={noteFor(props.program)} refused="programs">
      <Switch
        id={id}
        on={decided ?? keptAlive}
        onChange={(on) => void actions.changeSettings('programs', { programs: { [name]: on } })}
      />
    </SettingRow>
  )
}

function noteFor({ id, name, refreshedBy, keptAlive, installed }: ProgramView): string {
  const gone = installed === false ? [t('{name} itself was not found on this machine.', { name })] : []
  const who =
    keptAlive === undefined
      ? t('Watched: only the program itself renews them.')
      : (NOTES[id] ??
        (refreshedBy.length > 0
          ? t('Renewed by {refreshedBy}.', { refreshedBy: refreshedBy.join('; ') })
          : ''))
  return [who, ...gone].filter(Boolean).join(' ')
}

/** What a person has to know before they agree. */
const NOTES: Readonly<Record<string, string>> = {
  'claude-code': t(
    'Switched on, Lamplighter asks Claude Code to renew its login in its last minutes. Whether Anthropic’s terms allow that is not settled; it is your choice.',
  ),
}
