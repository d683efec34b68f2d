/** What stands beside the list, or in a narrow window as a sheet over it: whose it is, what is told of it, and what can be done. */
import type { ReactNode, RefObject } from 'react'
import { t } from '../../app/words/t.ts'
import { useActions } from '../state/app-context.ts'
import { CloseButton } from '../ui/close-button.tsx'

export interface DetailPlace {
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly sheet: boolean
}

export function DetailBox(
  props: DetailPlace & {
    /** Another one begins at its top. */
    id: string
    name: string
    tile: ReactNode
    title: string
    sub?: ReactNode
    tools?: ReactNode
    foot: ReactNode
    children: ReactNode
  },
) {
  const { sheet, sub, tools } = props
  const actions = useActions()
  const Box = sheet ? 'div' : 'aside'
  return (
    <Box
      className={sheet ? 'detail detail-sheet' : 'detail'}
      aria-label={props.name}
      {...(sheet ? { role: 'dialog', 'aria-modal': true } : {})}
    >
      <div className="detail-scroll" key={props.id}>
        <header className="detail-head">
          {props.tile}
          <div className="detail-who">
            <h2 ref={props.heading} tabIndex={-1}>
              {props.title}
            </h2>
            {sub ? <p>{sub}</p> : null}
          </div>
          {tools || sheet ? (
            <div className="detail-tools">
              {tools}
              {sheet ? <CloseButton label={t('Close')} onClose={actions.closeDetail} /> : null}
            </div>
          ) : null}
        </header>
        {props.children}
      </div>
      <footer className="detail-actions">{props.foot}</footer>
    </Box>
  )
}
