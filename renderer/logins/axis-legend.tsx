/** What the marks on the time axis mean: one quiet line under the list. For eyes alone, as the axis is. */
import { t } from '../../app/words/t.ts'
import { Glyph } from '../ui/glyph.tsx'

export function AxisLegend() {
  return (
    <ul className="legend" aria-hidden="true">
      <li>
        <Glyph shape="disc" tone="good" small />
        {t('renewed')}
      </li>
      <li>
        <span className="legend-life" />
        {t('still good')}
      </li>
      <li>
        <span className="legend-planned" data-first="true" />
        {t('next renewal')}
      </li>
      <li>
        <span className="legend-planned" />
        {t('expected after that')}
      </li>
      <li>
        <span className="legend-now" />
        {t('now')}
      </li>
    </ul>
  )
}
