import { describe, expect, it } from 'vitest'
import { Secret } from '../../../app/model/secret.ts'
import { gh } from '../../../app/stores/gh.ts'
import { readLaws } from '../../conformance/store.conformance.ts'
import { QuickClock } from '../../fakes/clock.ts'
import { createFakePorts } from '../../fakes/ports.ts'

const FILE = '/home/ada/.config/gh/hosts.yml'
const HOSTS = `github.com:
    users:
        ada:
            oauth_token: gho_CANARYada
        bob:
    user: ada
    git_protocol: https
`

async function hosts(text = HOSTS) {
  const ports = createFakePorts({ clock: new QuickClock() })
  ports.files.put(FILE, text)
  return { ports, store: gh(ports) }
}

readLaws('GitHub CLI', async () => {
  const { ports, store } = await hosts()
  const entry = 'github.com:ada'
  return {
    store,
    holder: { store: 'gh', id: `gh:${entry}`, label: `GitHub CLI · ${entry}`, path: FILE, entry },
    credential: {
      kind: 'token',
      accessToken: new Secret('gho_CANARYada'),
      account: { name: 'ada' },
      generation: 0,
    },
    text: async () => ports.files.text(FILE),
    write: async (text) => ports.files.put(FILE, text),
    remove: async () => ports.files.delete(FILE),
  }
}, ['- github.com', 'github.com: [', '"text"'])

describe('hosts.yml', () => {
  it('is read as GitHub CLI before 2.40 wrote it', async () => {
    const { store } = await hosts('github.com:\n  oauth_token: gho_CANARYold\n  user: ada\n')
    const [entry] = (await store.scan()).entries
    expect(entry?.holder.entry).toBe('github.com:ada')
    expect(entry?.credential?.accessToken?.expose()).toBe('gho_CANARYold')
  })

  it('says of an account without a token that the keychain has it', async () => {
    const { store } = await hosts()
    const bob = (await store.scan()).entries.find(({ holder }) => holder.entry === 'github.com:bob')
    expect(bob).toMatchObject({ mode: 'watched', note: 'GitHub CLI keeps its token in the keychain.' })
    expect(bob?.credential).toBeUndefined()
  })

  it('names the host of an account elsewhere', async () => {
    const { store } = await hosts('ghe.example.test:\n  oauth_token: gho_CANARYghe\n  user: ada\n')
    expect((await store.scan()).entries[0]?.account).toEqual({ name: 'ada at ghe.example.test' })
  })

  it('is no login where there is none', async () => {
    const { store } = await hosts('')
    expect((await store.scan()).entries).toEqual([])
    const nowhere = gh(createFakePorts())
    expect(await nowhere.scan()).toMatchObject({ entries: [], places: [] })
  })

  it('is looked for where GH_CONFIG_DIR says', async () => {
    const ports = createFakePorts()
    ports.process.variables['GH_CONFIG_DIR'] = '/srv/gh'
    ports.files.put('/srv/gh/hosts.yml', HOSTS)
    expect((await gh(ports).scan()).entries).toHaveLength(2)
  })
})
