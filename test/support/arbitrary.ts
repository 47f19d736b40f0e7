import fc from 'fast-check'

/** Any calendar day from 1970 to 2099. */
export const someDay = fc
  .integer({ min: 0, max: 47_481 })
  .map((number) => new Date(number * 86_400_000))
  .map((date) => date.toISOString().slice(0, 10))
