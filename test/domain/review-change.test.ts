import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { executiveRoles } from '../../src/domain/people/catalogue.ts'
import { sidesOf } from '../../src/domain/scorecard/reviews/attendance.ts'
import { courseOf } from '../../src/domain/scorecard/reviews/change.ts'
import { mayClose } from '../../src/domain/scorecard/reviews/closing.ts'
import type { Then } from '../../src/domain/scorecard/reviews/metric.ts'
import { type MetricStatus, metricStatuses } from '../../src/domain/scorecard/status.ts'

const at = (status: MetricStatus, target: number | null = 40): Then => ({
  value: 39,
  period: '2026-10-05',
  status,
  target,
})

describe('how a metric went from one review to the next', () => {
  it.each([
    ['on_target', 'off_target', 'worse'],
    ['off_target', 'breached', 'worse'],
    ['signal', 'breached', 'worse'],
    ['breached', 'on_target', 'better'],
    ['signal', 'off_target', 'better'],
    ['on_target', 'stale', 'other'],
    ['no_data', 'breached', 'other'],
    ['no_target', 'on_target', 'other'],
    ['breached', 'breached', 'same'],
  ] as const)('from %s to %s it is %s', (before, after, course) => {
    expect(courseOf(at(before), at(after))).toBe(course)
  })

  it('a target that was moved is a change even where the status stays', () => {
    expect(courseOf(at('on_target', 40), at('on_target', 35))).toBe('other')
  })

  it('a metric that was not there is new, one that is no longer there is gone', () => {
    expect(courseOf(null, at('on_target'))).toBe('new')
    expect(courseOf(at('on_target'), null)).toBe('gone')
  })

  it('read backwards, worse is better and better is worse', () => {
    const status = fc.constantFrom(...metricStatuses)
    const turned = { worse: 'better', better: 'worse', other: 'other', same: 'same', new: 'gone', gone: 'new' }
    fc.assert(
      fc.property(status, status, (a, b) => {
        expect(courseOf(at(b), at(a))).toBe(turned[courseOf(at(a), at(b))])
      }),
    )
  })
})

describe('who was there', () => {
  it('Product and Engineering are each there by one of their own', () => {
    expect(sidesOf(['product_manager', 'tech_lead'])).toEqual({ product: true, engineering: true })
    expect(sidesOf(['vp_product', null])).toEqual({ product: true, engineering: false })
    expect(sidesOf(['head_of_platform', 'finance_lead'])).toEqual({ product: false, engineering: true })
  })

  it('a CPTO, who is both, stands for neither', () => {
    expect(sidesOf(['cpto'])).toEqual({ product: false, engineering: false })
    const seats = fc.array(fc.constantFrom(null, ...executiveRoles))
    fc.assert(
      fc.property(seats, (others) => {
        expect(sidesOf([...others, 'cpto'])).toEqual(sidesOf(others))
      }),
    )
  })

  it('nobody who comes in makes a side leave', () => {
    const seats = fc.array(fc.constantFrom(null, ...executiveRoles))
    fc.assert(
      fc.property(seats, seats, (some, more) => {
        const [before, after] = [sidesOf(some), sidesOf([...some, ...more])]
        expect(after.product || !before.product).toBe(true)
        expect(after.engineering || !before.engineering).toBe(true)
      }),
    )
  })
})

it('whoever started a review closes it, or an editor', () => {
  expect(mayClose({ id: 3, role: 'contributor' }, 3)).toBe(true)
  expect(mayClose({ id: 4, role: 'contributor' }, 3)).toBe(false)
  expect(mayClose({ id: 4, role: 'editor' }, 3)).toBe(true)
  expect(mayClose({ id: 3, role: 'viewer' }, 3)).toBe(false)
})
