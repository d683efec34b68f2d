/** What a person can have a command run for, in words. */
import { t } from '../../app/words/t.ts'

export const HOOKS: Readonly<Record<string, { readonly title: string; readonly about: string }>> = {
  'needs-login': { title: t('When a login needs you'), about: t('Once, until the login works again.') },
  recovered: { title: t('When it is back'), about: t('After a login that needed you works again.') },
  expiring: { title: t('When a login is about to expire'), about: t('Once, until the login works again.') },
  refreshed: { title: t('When a login was renewed'), about: t('After each renewal.') },
}

export function hookTitle(event: string): string {
  return HOOKS[event]?.title ?? event
}

/** One on each line, as it stands there; empty lines at the ends are nobody's. */
export function argumentsIn(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '')
}
