/** Whatever stands in our own files: understood, or refused in words without secrets; never taken for something else. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError, toFailure } from '../../app/base/errors.ts'
import { createConfig } from '../../app/config/config.ts'
import { parseSettings, withProvider, withSettings } from '../../app/config/schema.ts'
import { toSettingsView } from '../../app/config/settings.ts'
import { createCore } from '../../app/core.ts'
import { createJournal } from '../../app/engine/journal/journal.ts'
import { parseLines, toLine } from '../../app/history/event-file.ts'
import type { Credential } from '../../app/model/credential.ts'
import { Secret } from '../../app/model/secret.ts'
import { createProviders } from '../../app/providers/providers.ts'
import { createClientSecrets } from '../../app/stores/vault/client-secrets.ts'
import { createVault } from '../../app/stores/vault/store.ts'
import { createFakePorts, FAKE_PATHS, type FakePorts } from '../fakes/ports.ts'
import { anyJson, anyText, damaged, fuzz } from '../support/fuzz.ts'

const GRANT = 'abcdefabcdef'

function text(keys: readonly string[], valid: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const good = fc
    .tuple(valid, fc.constantFrom(0, 2))
    .map(([value, indent]) => JSON.stringify(value, null, indent))
  const other = anyJson(keys).map((value) => JSON.stringify(value))
  return fc.oneof(anyText(), other, good, damaged(good))
}

/** What a reader of ours may say: an error of ours, its words free of what it read. */
function expectAppError(error: unknown, ...codes: readonly string[]): void {
  expect(error).toBeInstanceOf(AppError)
  expect(codes).toContain((error as AppError).code)
  expect(JSON.stringify(toFailure(error))).not.toContain('CANARY')
}

const vaultText = text(
  ['version', 'profiles', 'acme:ada', 'provider', 'account', 'id', 'email', 'createdAtMs', 'sealed', 'label'],
  fc.record({
    version: fc.constantFrom(1, 1, 1, 2, 0, 'x'),
    profiles: fc.dictionary(
      fc.oneof(fc.constant('acme:ada'), anyText()),
      fc.record({
        provider: fc.constantFrom('acme', ''),
        account: fc.record({ email: anyText() }, { requiredKeys: [] }),
        createdAtMs: fc.constantFrom(1, 1e300),
        sealed: fc.oneof(anyText(), fc.constantFrom('v1.fa4e0001.CANARY', 'CANARY')),
      }),
    ),
    unknown: anyJson(),
  }),
)

const credential: Credential = {
  kind: 'oauth',
  accessToken: new Secret('CANARY-access-1'),
  refreshToken: new Secret('CANARY-refresh-1'),
  account: {},
  generation: 1,
}

describe('vault.json with anything in it', () => {
  it('is scanned without a throw or a write', async () => {
    await fc.assert(
      fc.asyncProperty(vaultText, async (content) => {
        const ports = createFakePorts()
        ports.files.put(FAKE_PATHS.vault, content)
        const { entries, places } = await createVault(ports).scan()
        expect(ports.files.text(FAKE_PATHS.vault)).toBe(content)
        expect(JSON.stringify([entries, places])).not.toContain('CANARY')
      }),
      fuzz(400),
    )
  })

  it('takes a login and keeps everything else, or is left as it was', async () => {
    await fc.assert(
      fc.asyncProperty(vaultText, fc.oneof(fc.constant('acme:ada'), anyText()), async (content, id) => {
        const ports = createFakePorts()
        ports.files.put(FAKE_PATHS.vault, content)
        const vault = createVault(ports)
        const holder = await vault.add({ id, provider: 'acme', credential }).catch((error: unknown) => {
          expectAppError(error, 'STORE_CORRUPT', 'STORE_READ_ONLY')
          expect(ports.files.text(FAKE_PATHS.vault)).toBe(content)
        })
        if (!holder) return
        expect((await vault.read(holder))?.credential?.refreshToken?.expose()).toBe('CANARY-refresh-1')
        const others = (whole: string): unknown => {
          const { profiles, ...rest } = JSON.parse(whole)
          return [rest, Object.entries(profiles ?? {}).filter(([name]) => name !== id)]
        }
        expect(others(ports.files.text(FAKE_PATHS.vault) ?? '')).toEqual(others(content))
      }),
      fuzz(400),
    )
  })
})

const configText = text(
  [
    'providers',
    'acme',
    'openai-codex',
    'issuer',
    'tokenEndpoint',
    'clientId',
    'scopes',
    'leadSeconds',
    'maxConcurrent',
    'notifications',
    'quietHours',
    'from',
    'to',
    'theme',
    'mutedProfiles',
  ],
  fc.record({
    providers: fc.dictionary(
      fc.oneof(fc.constantFrom('acme', 'openai', 'openai-codex', '__proto__', 'constructor'), anyText()),
      fc.record(
        {
          issuer: fc.constantFrom('https://login.example.test', 'http://login.example.test', 'x'),
          tokenEndpoint: fc.constantFrom('https://x.test/token', 'http://127.0.0.1:1/t', 'javascript:1'),
          clientId: anyText(),
          leadSeconds: fc.constantFrom(0, 60, -1, 1e9),
          scopes: fc.array(anyText(), { maxLength: 2 }),
          other: anyJson(),
        },
        { requiredKeys: [] },
      ),
      { maxKeys: 3 },
    ),
    leadSeconds: fc.constantFrom(0, 600),
    notifications: fc.oneof(anyJson(), fc.constant({ quietHours: { from: '22:00', to: '07:00' } })),
    unknown: anyJson(),
  }),
)

describe('config.json with anything in it', () => {
  it('gives settings and providers that work, or CONFIG_INVALID', () => {
    fc.assert(
      fc.property(configText, (content) => {
        try {
          const settings = parseSettings(content, 'config.json')
          JSON.stringify(toSettingsView(settings))
          const config = { ...createConfig(createFakePorts()), current: () => settings }
          const providers = createProviders(createFakePorts(), config, createClientSecrets(createFakePorts()))
          for (const provider of providers.all()) {
            expect(provider.name.length).toBeGreaterThan(0)
            expect(providers.find(provider.id)).toBeDefined()
            expect(provider.leadMs).toBeGreaterThanOrEqual(0)
          }
        } catch (error) {
          expectAppError(error, 'CONFIG_INVALID')
        }
      }),
      fuzz(600),
    )
  })

  it('takes a change and keeps what it does not know, or is refused', () => {
    fc.assert(
      fc.property(configText, fc.oneof(fc.constant('acme'), anyText()), (content, id) => {
        const unknown = (whole: string): unknown => JSON.parse(whole.replace(/^\uFEFF/, '') || '{}').unknown
        const edits = [
          () => withProvider(content, 'config.json', id, { clientId: 'c' }),
          () =>
            withSettings(content, 'config.json', {
              theme: 'dark',
              leadSeconds: null,
              notifications: { mutedProfiles: ['x'] },
            }),
        ]
        for (const edit of edits) {
          try {
            const after = edit()
            parseSettings(after, 'config.json')
            if (content.trim() !== '') expect(unknown(after)).toEqual(unknown(content.trim()))
          } catch (error) {
            expectAppError(error, 'CONFIG_INVALID')
          }
        }
      }),
      fuzz(400),
    )
  })
})

const ticketText = text(
  [
    'version',
    'state',
    'profileId',
    'attempt',
    'pid',
    'startedAt',
    'hostname',
    'atMs',
    'successor',
    'sealed',
    'failure',
    'code',
    'message',
  ],
  fc.record(
    {
      version: fc.constant(1),
      state: fc.constantFrom('asking', 'unknown', 'answered', 'spent', 'rejected', 'other'),
      profileId: anyText(),
      attempt: fc.constantFrom(1, 2, 3, -1, 1e9),
      pid: fc.constantFrom(4711, 0, -1),
      startedAt: anyText(),
      hostname: fc.constantFrom('node-a', 'elsewhere'),
      atMs: fc.constantFrom(0, 1.7e12, 1e300, -1e300),
      successor: fc.oneof(fc.constant(GRANT), anyText()),
      sealed: fc.oneof(anyText(), fc.constant('v1.fa4e0001.CANARY')),
      failure: anyJson(['code', 'message', 'hint']),
    },
    { requiredKeys: ['version', 'state', 'profileId', 'attempt', 'pid', 'startedAt', 'hostname', 'atMs'] },
  ),
)

describe('a journal entry with anything in it', () => {
  it('is a ticket, or is not understood; it never means that a token may be sent', async () => {
    await fc.assert(
      fc.asyncProperty(ticketText, fc.constantFrom('.json', '.2.json'), async (content, ending) => {
        const ports = createFakePorts()
        ports.files.put(`${FAKE_PATHS.journal}/${GRANT}${ending}`, content)
        const journal = createJournal(ports)
        try {
          const ticket = await journal.read(GRANT)
          expect(ticket?.fingerprint).toBe(GRANT)
          if (ticket?.state === 'answered') await journal.successorOf(ticket)
        } catch (error) {
          expectAppError(error, 'STORE_CORRUPT')
        }
      }),
      fuzz(500),
    )
  })
})

const lineText = text(
  ['id', 'atMs', 'kind', 'profileId', 'providerId', 'account', 'message', 'askedBy', 'process', 'pid'],
  fc.record({
    id: anyText(),
    atMs: fc.oneof(fc.constantFrom(1.7e12, 1e300, -1e300, 0.5), fc.double({ noNaN: true })),
    kind: fc.constantFrom('refreshed', 'failed', 'unheard-of'),
    profileId: anyText(),
    providerId: anyText(),
    account: anyText(),
    message: anyText(),
    askedBy: anyText(),
    process: anyText(),
    pid: fc.integer(),
    extra: anyJson(),
  }),
)

describe('a history with anything in it', () => {
  it('gives the events that are whole, each at a time that can be shown', () => {
    fc.assert(
      fc.property(fc.array(lineText, { maxLength: 5 }), (lines) => {
        for (const event of parseLines(lines.join('\n')).events) {
          expect(new Date(event.atMs).toISOString()).toMatch(/^[-+\d]/)
          expect(parseLines(toLine(event)).events).toEqual([event])
          expect(toLine(event)).toMatch(/^[\x20-\x7e]*\n$/)
        }
      }),
      fuzz(500),
    )
  })
})

const OWN = {
  [FAKE_PATHS.config]: configText,
  [FAKE_PATHS.vault]: vaultText,
  [`${FAKE_PATHS.journal}/${GRANT}.json`]: ticketText,
  [`${FAKE_PATHS.journal}/${GRANT}.2.json`]: ticketText,
  [`${FAKE_PATHS.history}/2026-01.jsonl`]: lineText,
  [`${FAKE_PATHS.state}/pause.json`]: text(
    ['version', 'untilMs'],
    fc.record({ version: fc.constant(1), untilMs: fc.double() }),
  ),
} as const
const LOGIN = {
  type: 'oauth',
  provider: 'anthropic',
  access: 'CANARY-access-1',
  refresh: 'CANARY-refresh-1',
  expires: 1,
}

async function startOver(files: Readonly<Record<string, string>>): Promise<FakePorts> {
  const ports = createFakePorts()
  for (const [path, content] of Object.entries(files)) ports.files.put(path, content)
  const core = createCore(ports)
  try {
    await ports.clock.run(core.start({ schedule: true }))
    const told = JSON.stringify([core.overview(), await core.history({}), core.settings(), core.providers()])
    expect(told).not.toContain('CANARY')
    expect(ports.log.text()).not.toContain('CANARY')
    for (const { id } of core.overview().profiles) await core.locks(id)
  } finally {
    await ports.clock.run(core.close())
  }
  return ports
}

describe('a core among rubbish of its own', () => {
  it('starts, tells what it knows, and overwrites nothing it does not understand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.record(OWN), fc.boolean(), async (own, lapsed) => {
        const profiles = { 'anthropic:ada': { ...LOGIN, expires: lapsed ? 1 : 4e12 } }
        const files: Record<string, string> = {
          ...own,
          '/home/ada/.openclaw/agents/main/agent/auth-profiles.json': JSON.stringify({
            version: 1,
            profiles,
          }),
        }
        const ports = await startOver(files)
        for (const path of [FAKE_PATHS.config, FAKE_PATHS.vault])
          expect(ports.files.text(path)).toBe(files[path])
      }),
      fuzz(120),
    )
  })
})
