/** Small pictures of actions; always inside a button that has a name. */

function Icon(props: { d: string }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={props.d}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}

export function CloseIcon() {
  return <Icon d="m4 4 8 8m0-8-8 8" />
}

export function SearchIcon() {
  return <Icon d="M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9Zm3.3-1.2 3.2 3.2" />
}

export function ChevronIcon() {
  return <Icon d="m6 3.5 4.5 4.5L6 12.5" />
}

export function InfoIcon() {
  return <Icon d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5v3.6M8 5v.1" />
}
