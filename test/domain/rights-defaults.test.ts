import { describe, expect, it } from 'vitest'
import { defaultMatrix, defaultTypes, matrixRoles, offeredAreas } from '../../src/domain/rights/defaults.ts'

describe('the decision rights a new organisation begins with', () => {
  it('reserve five types for the CPTO and delegate three', () => {
    const keys = (delegable: boolean) =>
      defaultTypes.filter((type) => type.delegable === delegable).map(({ key }) => key)
    expect(keys(false)).toEqual(['portfolio', 'sequencing', 'build_vs_buy', 'dependency', 'leadership'])
    expect(keys(true)).toEqual(['technical', 'delivery', 'domain_roadmap'])
  })

  it('name the CPTO for what is reserved and somebody else for what is delegated', () => {
    for (const { owner, delegable } of defaultTypes) expect(owner === 'cpto').toBe(!delegable)
  })

  it('bring up a delegated matter across teams, above a spend, or as a security exception', () => {
    for (const { delegable, escalateCrossTeam, escalateSecurity, escalateSpendAbove } of defaultTypes) {
      expect([escalateCrossTeam, escalateSecurity, escalateSpendAbove !== null]).toEqual(Array(3).fill(delegable))
    }
  })

  it('give every type its own key and name, a guardrail and a time', () => {
    expect(new Set(defaultTypes.map(({ key }) => key)).size).toBe(defaultTypes.length)
    expect(new Set(defaultTypes.map(({ name }) => name)).size).toBe(defaultTypes.length)
    for (const { guardrail, slaDays } of defaultTypes) {
      expect(guardrail).toMatch(/\.$/)
      expect(slaDays).toBeGreaterThan(0)
    }
  })
})

describe('the ownership matrix a new organisation begins with', () => {
  it('says of every area what every seat of it does', () => {
    for (const { shares } of defaultMatrix) expect(Object.keys(shares)).toEqual(matrixRoles)
  })

  it('leaves no area without somebody who owns or co-owns it', () => {
    for (const { shares } of defaultMatrix)
      expect(Object.values(shares).some((share) => share !== 'influences')).toBe(true)
  })

  it('offers only areas that it does not have yet, each once', () => {
    const all = [...defaultMatrix.map(({ area }) => area), ...offeredAreas]
    expect(new Set(all).size).toBe(all.length)
  })
})
