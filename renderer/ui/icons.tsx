/** Small pictures of actions and screens; always beside or inside something that has a name. */

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

export function BackIcon() {
  return <Icon d="M10 3.5 5.5 8l4.5 4.5" />
}

export function InfoIcon() {
  return <Icon d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12Zm0-6.5v3.6M8 5v.1" />
}

export function BellIcon() {
  return (
    <Icon d="M8 2.2v-.7M3.2 11.5h9.6c-1-1-1.3-2.2-1.3-4.3 0-2.4-1.3-4.2-3.5-4.2S4.5 4.8 4.5 7.2c0 2.1-.3 3.3-1.3 4.3Zm3.6 2h2.4" />
  )
}

export function BellOffIcon() {
  return (
    <Icon d="M6 3.5c.6-.4 1.2-.5 2-.5 2.2 0 3.5 1.8 3.5 4.2 0 .9.05 1.6.2 2.2m-1.2 2.1H3.2c1-1 1.3-2.2 1.3-4.3 0-.6.1-1.2.25-1.7M6.8 13.5h2.4M2.5 2.5l11 11" />
  )
}

export function SortIcon() {
  return <Icon d="M2.5 4.5h7M2.5 8h5M2.5 11.5h3m6.5-7v7.5m-2.2-2.3L12 12l2.2-2.3" />
}

export function DownIcon() {
  return <Icon d="M8 2.5v7M5 7l3 3 3-3M2.5 11v2.5h11V11" />
}

export function KeyIcon() {
  return <Icon d="M8.2 9.3a3.3 3.3 0 1 1 .9-2.2H14v2.4m-2.6-2.4v1.7M5.9 7v.2" />
}

export function GlobeIcon() {
  return (
    <Icon d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM2.2 8h11.6M8 2c1.6 1.7 2.4 3.7 2.4 6S9.6 12.3 8 14C6.4 12.3 5.6 10.3 5.6 8S6.4 3.7 8 2Z" />
  )
}

export function PlusIcon() {
  return <Icon d="M8 3v10M3 8h10" />
}

export function FileIcon() {
  return <Icon d="M4 2h5.2L12 4.8V14H4zM9 2.2V5h2.8M6 8h4M6 10.5h4" />
}

export function PauseIcon() {
  return <Icon d="M5.5 3.5v9m5-9v9" />
}

export function LampIcon() {
  return <Icon d="M4.5 5h7l-1.2 5H5.7zM5.8 5 7 2.6h2L10.2 5M8 10v4M6.5 14h3" />
}

export function ClockIcon() {
  return <Icon d="M2.8 8A5.2 5.2 0 1 0 4.6 4M2.6 2.6v2.6h2.6M8 5v3.2l2 1.4" />
}

export function MachineIcon() {
  return <Icon d="M2.5 3h11v4h-11zm0 6h11v4h-11zM5 5v.1M5 11v.1" />
}

export function PlugIcon() {
  return <Icon d="M5.5 2v3m5-3v3M4 5h8v2.5a4 4 0 0 1-8 0zM8 11.5V14" />
}

export function GearIcon() {
  return (
    <Icon d="M8 10.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4ZM8 1.8v2M8 12.2v2M14.2 8h-2M3.8 8h-2M12.4 3.6 11 5M5 11l-1.4 1.4M12.4 12.4 11 11M5 5 3.6 3.6" />
  )
}
