import fc from 'fast-check'
import { expect, it } from 'vitest'
import { freeKey, slugOf } from '../../src/domain/scorecard/keys.ts'

it('the address of a metric is its name in plain letters', () => {
  expect(slugOf('Seats in use, per account')).toBe('seats_in_use_per_account')
  expect(slugOf('Déploiements (%)')).toBe('deploiements')
  expect(slugOf('解約率')).toBe('metric')
})

it('an address is free, is no page of its own, and can be written in a link as it is', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, taken) => {
      const key = freeKey(slugOf(name), taken)
      expect(key).toMatch(/^[a-z0-9_]{1,100}$/)
      expect(taken).not.toContain(key)
    }),
  )
  expect(freeKey('seats', ['seats', 'seats_2'])).toBe('seats_3')
  expect(freeKey('new', [])).toBe('new_2')
})
