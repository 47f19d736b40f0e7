import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/domain/scorecard/reviews/canonical.ts'

describe('the one text of what is sealed', () => {
  it('is the canonical JSON of the example in RFC 8785, section 3.2', () => {
    const example = {
      // biome-ignore lint/correctness/noPrecisionLoss: the published example gives one digit too many on purpose
      numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonical(example)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts keys by their code units, as in section 3.2.3', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6']
    const sorted = Object.keys(JSON.parse(canonical(Object.fromEntries(keys.map((key) => [key, 1])))))
    // Parsing puts whole numbers first, wherever they stood.
    expect(sorted).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
  })

  it('says the same of the same value, however its fields are ordered, and loses nothing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonical(turned(value))).toBe(canonical(value))
      }),
    )
  })

  it('leaves out what is undefined, and refuses what JSON would lose', () => {
    expect(canonical({ b: undefined, a: 1 })).toBe('{"a":1}')
    for (const lost of [Number.NaN, Number.POSITIVE_INFINITY, [undefined], { a: () => 1 }, 1n]) {
      expect(() => canonical(lost)).toThrow(TypeError)
    }
  })
})

/** The same value with the fields of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (typeof value !== 'object' || value === null) return value
  const fields: [string, unknown][] = Object.entries(value)
  return Object.fromEntries(fields.reverse().map(([key, field]) => [key, turned(field)]))
}
