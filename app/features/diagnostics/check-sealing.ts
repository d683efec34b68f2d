/** Is the key there that opens the vault and the journal? Asked for only when there is one: asking would make it. */
import { AppError } from '../../base/errors.ts'
import { type Check, finding } from './finding.ts'

export const checkSealing: Check = async ({ ports }) => {
  try {
    const kept = await ports.keyring.kept()
    if (kept === 'undecided') return [finding('ok', 'Nothing was sealed yet, so there is no key.')]
    await ports.keyring.key()
    if (kept === 'keychain') return [finding('ok', 'The key that seals the vault is in the keychain.')]
    const what = `The key that seals the vault is in a file under ${ports.paths.state}: whoever copies both can open it.`
    return [finding('note', what)]
  } catch (error) {
    if (error instanceof AppError) return [finding('bad', error.message, error.hint)]
    throw error
  }
}
