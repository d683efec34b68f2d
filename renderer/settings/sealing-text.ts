/** Where the sealing key is kept, in words. */
import type { Bridge } from '../../app/contract/channels.ts'
import type { OverviewView } from '../../app/contract/views.ts'
import { t } from '../../app/words/t.ts'
import type { Shape, Tone } from '../format/labels.ts'

export interface SealWords {
  readonly shape: Shape
  readonly tone: Tone
  readonly title: string
  readonly text: string
}

const KEYCHAIN: Readonly<Record<Bridge['platform'], string>> = {
  darwin: t('the Keychain of macOS'),
  win32: t('the Credential Manager of Windows'),
  linux: t('the keyring of your session'),
}

export function sealWords(sealedBy: OverviewView['sealedBy'], platform: Bridge['platform']): SealWords {
  switch (sealedBy) {
    case 'keychain':
      return {
        shape: 'disc',
        tone: 'good',
        title: t('Sealed with a key in the keychain'),
        text: t(
          'The key is in {keychain}. Without it, what Lamplighter stores cannot be read, not even from a copy of the disk.',
          { keychain: KEYCHAIN[platform] },
        ),
      }
    case 'file':
      return {
        shape: 'half',
        tone: 'next',
        title: t('Sealed with a key file'),
        text: t(
          'No keychain answered when the first login was stored, so the key is a file that only you can read. Other users of this machine cannot open your logins; a backup that holds both the key file and the vault can.',
        ),
      }
    case 'undecided':
      return {
        shape: 'dash',
        tone: 'quiet',
        title: t('Nothing had to be sealed yet'),
        text: t(
          'With the first login that Lamplighter keeps itself, a key is made: in the keychain where there is one, otherwise in a file that only you can read.',
        ),
      }
  }
}
