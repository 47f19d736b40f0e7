import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLeak, whoDecides } from '../../src/domain/rights/rights.ts'

const reserved = {
  owner: 'cpto' as const,
  delegable: false,
  escalateCrossTeam: false,
  escalateSecurity: false,
  escalateSpendAbove: null,
}
const delegated = {
  owner: 'vp_engineering' as const,
  delegable: true,
  escalateCrossTeam: true,
  escalateSecurity: true,
  escalateSpendAbove: 50_000,
}
const ordinary = { crossTeam: false, securityException: false, spend: null }

describe('who decides', () => {
  it('is the seat that owns the type', () => {
    expect(whoDecides(delegated, ordinary)).toEqual({ role: 'vp_engineering', escalated: false, because: [] })
    expect(whoDecides(reserved, ordinary)).toEqual({ role: 'cpto', escalated: false, because: [] })
  })

  it.each([
    ['it crosses teams', { crossTeam: true }, ['cross_team']],
    ['it costs more than the limit', { spend: 50_001 }, ['spend']],
    ['it is a security exception', { securityException: true }, ['security_exception']],
    [
      'all of these',
      { crossTeam: true, spend: 90_000, securityException: true },
      ['cross_team', 'spend', 'security_exception'],
    ],
  ])('is the CPTO, although it is delegated, when %s', (_, circumstances, because) => {
    expect(whoDecides(delegated, { ...ordinary, ...circumstances })).toEqual({ role: 'cpto', escalated: true, because })
  })

  it('stays with the owner at exactly the limit, and while nobody knows what it costs', () => {
    expect(whoDecides(delegated, { ...ordinary, spend: 50_000 }).escalated).toBe(false)
    expect(whoDecides(delegated, { ...ordinary, spend: null }).escalated).toBe(false)
  })

  it('is not changed by a rule that the right does not have', () => {
    const free = { ...delegated, escalateCrossTeam: false, escalateSecurity: false, escalateSpendAbove: null }
    expect(whoDecides(free, { crossTeam: true, securityException: true, spend: 1e9 }).role).toBe('vp_engineering')
  })

  it('never escalates what is reserved already', () => {
    const strict = { ...reserved, escalateCrossTeam: true, escalateSpendAbove: 0 }
    expect(whoDecides(strict, { crossTeam: true, securityException: false, spend: 10 }).escalated).toBe(false)
  })
})

describe('a leak', () => {
  it('is the CPTO taking or holding what somebody else may decide', () => {
    expect(isLeak(delegated, ordinary, 'cpto')).toBe(true)
  })

  it('is none when a rule brought it up, when it is reserved, or when somebody else has it', () => {
    expect(isLeak(delegated, { ...ordinary, crossTeam: true }, 'cpto')).toBe(false)
    expect(isLeak(reserved, ordinary, 'cpto')).toBe(false)
    expect(isLeak(delegated, ordinary, 'vp_engineering')).toBe(false)
    expect(isLeak(delegated, ordinary, null)).toBe(false)
  })

  it('and an escalation never go together, and neither happens to what is reserved', () => {
    const right = fc.record({
      owner: fc.constantFrom('vp_engineering' as const, 'product_manager' as const),
      delegable: fc.boolean(),
      escalateCrossTeam: fc.boolean(),
      escalateSecurity: fc.boolean(),
      escalateSpendAbove: fc.option(fc.nat(100_000)),
    })
    const circumstances = fc.record({
      crossTeam: fc.boolean(),
      securityException: fc.boolean(),
      spend: fc.option(fc.nat(200_000)),
    })
    fc.assert(
      fc.property(right, circumstances, (some, about) => {
        const { escalated, because, role } = whoDecides(some, about)
        const leak = isLeak(some, about, 'cpto')
        expect(escalated).toBe(because.length > 0)
        expect(role).toBe(escalated ? 'cpto' : some.owner)
        expect(Number(leak) + Number(escalated)).toBe(some.delegable ? 1 : 0)
      }),
    )
  })
})
