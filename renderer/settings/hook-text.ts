/** What a person can have a command run for, in words. */

export const HOOKS: Readonly<Record<string, { readonly title: string; readonly about: string }>> = {
  'needs-login': { title: 'When a login needs you', about: 'Once, until the login works again.' },
  recovered: { title: 'When it is back', about: 'After a login that needed you works again.' },
  expiring: { title: 'When a login is about to expire', about: 'Once, until the login works again.' },
  refreshed: { title: 'When a login was renewed', about: 'After each renewal.' },
}

export function hookTitle(event: string): string {
  return HOOKS[event]?.title ?? event
}

/** One on each line, as it stands there; empty lines at the ends are nobody's. */
export function argumentsIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}
