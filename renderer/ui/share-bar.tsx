/** How much of a life is left, as a thin bar. */

/** @param share thousandths of life left; negative where it is not known, and then there is no bar */
export function ShareBar(props: { share: number; tone: string }) {
  if (props.share < 0) return null
  return (
    <div className={`bar tone-${props.tone}`} aria-hidden="true">
      <div style={{ width: `${props.share / 10}%` }} data-some={props.share > 0} />
    </div>
  )
}
