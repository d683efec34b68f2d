import { describe, expect, it } from 'vitest'
import { assertApproved } from '../../../app/config/consumer-rules.ts'
import { parseSettings } from '../../../app/config/schema.ts'

const RULES = { approve: ['acme:ada'], approved: { 'acme:ada': ['my-agent'] } }

describe('assertApproved', () => {
  it('lets everybody have what nobody restricted', () => {
    expect(() => assertApproved({}, 'acme:ada', 'anybody')).not.toThrow()
    expect(() => assertApproved(RULES, 'acme:bob', 'anybody')).not.toThrow()
    expect(() => assertApproved({ approved: { 'acme:ada': [] } }, 'acme:ada', 'anybody')).not.toThrow()
  })

  it('lets approved programs alone have the rest, and names the setting', () => {
    expect(() => assertApproved(RULES, 'acme:ada', 'my-agent')).not.toThrow()
    for (const rules of [RULES, { approve: ['acme:ada'] }, { approve: ['constructor'] }]) {
      const profile = rules.approve[0] ?? ''
      expect(() => assertApproved(rules, profile, 'another')).toThrow(
        expect.objectContaining({
          code: 'HOST_REFUSED',
          message: `"another" is not approved for ${profile}.`,
          hint: `To approve it, add "another" to consumers.approved["${profile}"] in config.json.`,
        }),
      )
    }
  })

  it('gives nothing to a program that a person withholds it from, by any name of the login, approved or not', () => {
    const rules = { ...RULES, withheld: { ada: ['my-agent'] } }
    const names = () => ['acme:ada', 'ada']
    expect(() => assertApproved(rules, 'acme:ada', 'my-agent', names)).toThrow(
      expect.objectContaining({ code: 'HOST_REFUSED', message: expect.stringContaining('withholds it') }),
    )
    expect(() => assertApproved(rules, 'acme:bob', 'my-agent', () => ['acme:bob'])).not.toThrow()
    expect(() => assertApproved({ withheld: rules.withheld }, 'acme:ada', 'another', names)).not.toThrow()
  })

  it('reads its rules from config.json', () => {
    expect(parseSettings(JSON.stringify({ consumers: RULES }), 'config.json').consumers).toEqual(RULES)
    expect(() => parseSettings('{"consumers":{"approve":"acme:ada"}}', 'config.json')).toThrow(
      'config.json: consumers.approve:',
    )
  })
})
