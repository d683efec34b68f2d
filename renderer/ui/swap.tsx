/** The words of a button that changes them: it is as wide as the longer ones, so that nothing moves. */
export function Swap(props: { words: string; other: string; isOther: boolean }) {
  const { words, other, isOther } = props
  return (
    <>
      <span className="swap" data-on={!isOther}>
        {words}
      </span>
      <span className="swap" data-on={isOther}>
        {other}
      </span>
    </>
  )
}
