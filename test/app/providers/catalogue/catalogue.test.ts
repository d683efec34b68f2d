import { describe, expect, it } from 'vitest'
import { catalogueEntry, searchCatalogue } from '../../../../app/providers/catalogue/catalogue.ts'

const ids = async (words?: string) => (await searchCatalogue(words)).map(({ id }) => id)

describe('searchCatalogue', () => {
  it.each([
    ['GitLab', ['gitlab', 'gitlab-self-managed']],
    ['jira', ['atlassian']],
    ['azure ad', ['entra']],
    ['quick books', ['quickbooks']],
    ['slack user', ['slack-user']],
    ['no such thing', []],
  ])('finds %s', async (words, expected) => {
    expect(await ids(words)).toEqual(expected)
  })

  it('has the one of that name first', async () => {
    expect((await ids('google'))[0]).toBe('google')
    expect((await ids('x'))[0]).toBe('x')
    expect((await ids('git'))[0]).toBe('gitea')
  })

  it('lists all by name for no words', async () => {
    const all = await searchCatalogue()
    expect(all.length).toBeGreaterThan(70)
    expect(all[0]?.name).toBe('Adobe')
  })
})

describe('catalogueEntry', () => {
  it('says what to register, with the address to copy', async () => {
    const { register, missing, input } = await catalogueEntry('atlassian')
    expect(register).toMatchObject({
      page: 'https://developer.atlassian.com/console/myapps/',
      redirectAddress: 'http://localhost:47813/callback',
    })
    expect(missing.map(({ kind }) => kind)).toEqual(['clientId', 'clientSecret'])
    expect(input).toBeUndefined()
  })

  it('says what is known of it before anything was given, and leaves out what has an empty blank', async () => {
    const { known } = await catalogueEntry('atlassian')
    expect(known).toMatchObject({ id: 'atlassian', tokenEndpoint: 'https://auth.atlassian.com/oauth/token' })
    expect(known).not.toHaveProperty('clientId')
    const okta = await catalogueEntry('okta')
    expect(okta.known).not.toHaveProperty('issuer')
    const filled = await catalogueEntry('okta', { blanks: { domain: 'acme.okta.com' } })
    expect(filled.known.issuer).toBe('https://acme.okta.com')
  })

  it('leaves the port out where any will do', async () => {
    const { register } = await catalogueEntry('spotify')
    expect(register.redirectAddress).toBe('http://127.0.0.1/callback')
  })

  it('marks what is only believed', async () => {
    const { facts, untried } = await catalogueEntry('spotify')
    const fact = (label: string) => facts.find((one) => one.label === label)
    expect(untried).toBe(false)
    expect(fact('rotation')).toMatchObject({ believed: false })
    expect(fact('access token lives')).toEqual({ label: 'access token lives', value: '1 h', believed: true })
    const unread = await catalogueEntry('typeform')
    expect(unread).toMatchObject({ untried: true, register: { believed: true } })
    expect(unread.facts.every(({ believed }) => believed)).toBe(true)
  })

  it('names what is near a name it does not have', async () => {
    await expect(catalogueEntry('gitlab-self')).rejects.toMatchObject({
      code: 'PROVIDER_UNKNOWN',
      hint: expect.stringContaining('gitlab-self-managed'),
    })
  })
})
