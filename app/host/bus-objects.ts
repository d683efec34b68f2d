/** What stands on the session bus: paths, interfaces and properties of the logins. Pure. */
import type { BusVariant } from '../base/session-bus.ts'
import type { ProfileView } from '../contract/views.ts'

export const BUS_NAME = 'io.github.lamplighter.Lamplighter'
export const ROOT = '/io/github/lamplighter/Lamplighter'
export const ACCOUNTS = `${ROOT}/accounts`
export const MANAGER = `${BUS_NAME}.Accounts1`
export const ACCOUNT = `${BUS_NAME}.Account1`

export type Properties = Readonly<Record<string, BusVariant>>

/** Letters and digits stay, every other byte becomes `_` and two hexadecimal digits. */
export function pathOf(profileId: string): string {
  const name = [...new TextEncoder().encode(profileId)]
    .map((byte) => {
      const letter = String.fromCharCode(byte)
      return /[A-Za-z0-9]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`
    })
    .join('')
  return `${ACCOUNTS}/${name}`
}

/** `SecondsLeft` is another one each second and tells nobody so; `ExpiresAt` does. */
export function propertiesOf(profile: ProfileView, nowMs: number): Properties {
  const { id, account, name, providerName, status, advice, accessExpiresAtMs } = profile
  const needsAttention = status.kind === 'needs-login'
  return {
    Id: { signature: 's', value: id },
    Name: { signature: 's', value: name ?? account },
    Provider: { signature: 's', value: providerName },
    AttentionNeeded: { signature: 'b', value: needsAttention },
    Attention: { signature: 's', value: needsAttention ? advice : '' },
    ExpiresAt: { signature: 'x', value: Math.floor((accessExpiresAtMs ?? 0) / 1000) },
    SecondsLeft: { signature: 'i', value: secondsLeft(accessExpiresAtMs, nowMs) },
  }
}

/** Those that are not what they were, and that whoever listens is told. */
export function changed(before: Properties, now: Properties): Properties {
  return Object.fromEntries(
    Object.entries(now).filter(([name, { value }]) => name !== UNTOLD && before[name]?.value !== value),
  )
}

const UNTOLD = 'SecondsLeft'

/** -1: it does not lapse, or nobody knows. */
export function secondsLeft(expiresAtMs: number | undefined, nowMs: number): number {
  return expiresAtMs === undefined ? -1 : Math.max(0, Math.floor((expiresAtMs - nowMs) / 1000))
}

const MANAGED = `<interface name="org.freedesktop.DBus.ObjectManager">
  <method name="GetManagedObjects"><arg name="objects" type="a{oa{sa{sv}}}" direction="out"/></method>
  <signal name="InterfacesAdded"><arg name="object" type="o"/><arg name="interfaces" type="a{sa{sv}}"/></signal>
  <signal name="InterfacesRemoved"><arg name="object" type="o"/><arg name="interfaces" type="as"/></signal>
</interface>
<interface name="${MANAGER}">
  <method name="Find"><arg name="name" type="s" direction="in"/><arg name="account" type="o" direction="out"/></method>
</interface>`

const ITS_PROPERTIES = Object.entries({
  Id: 's',
  Name: 's',
  Provider: 's',
  AttentionNeeded: 'b',
  Attention: 's',
  ExpiresAt: 'x',
  SecondsLeft: 'i',
})
  .map(([name, type]) => {
    const told =
      name === UNTOLD
        ? '<annotation name="org.freedesktop.DBus.Property.EmitsChangedSignal" value="false"/>'
        : ''
    return `  <property name="${name}" type="${type}" access="read">${told}</property>`
  })
  .join('\n')

const OF_ONE = `<interface name="${ACCOUNT}">
  <method name="GetAccessToken"><arg name="access_token" type="s" direction="out"/><arg name="seconds_left" type="i" direction="out"/></method>
  <method name="EnsureCredentials"><arg name="seconds_left" type="i" direction="out"/></method>
${ITS_PROPERTIES}
</interface>
<interface name="org.freedesktop.DBus.Properties">
  <method name="Get"><arg name="interface" type="s" direction="in"/><arg name="name" type="s" direction="in"/><arg name="value" type="v" direction="out"/></method>
  <method name="GetAll"><arg name="interface" type="s" direction="in"/><arg name="values" type="a{sv}" direction="out"/></method>
  <signal name="PropertiesChanged"><arg name="interface" type="s"/><arg name="changed" type="a{sv}"/><arg name="invalidated" type="as"/></signal>
</interface>`

/** What stands at a path, and below it. @param all the paths of the logins */
export function introspection(path: string, all: readonly string[]): string {
  const prefix = path === '/' ? '/' : `${path}/`
  const below = [ROOT, ACCOUNTS, ...all].filter((one) => one.startsWith(prefix))
  const names = [...new Set(below.map((one) => one.slice(prefix.length).split('/')[0]))]
  const here = path === ROOT ? MANAGED : all.includes(path) ? OF_ONE : ''
  return `<node>\n${here}\n${names.map((name) => `<node name="${name}"/>`).join('\n')}\n</node>\n`
}
