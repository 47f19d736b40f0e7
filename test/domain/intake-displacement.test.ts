import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { requestStatuses, type Urgency } from '../../src/domain/intake/catalogue.ts'
import {
  acceptance,
  bufferLeft,
  type Command,
  type Displacement,
  type Ledger,
  type Refusal,
  type Request,
  shortfall,
  weeksLeft,
} from '../../src/domain/intake/displacement.ts'

const asked = (id: number, change: Partial<Request> = {}): Request => ({
  ...{ id, urgency: 'urgent', effort: 4, status: 'new', displaced: [], buffer: 0 },
  ...change,
})
const ledgerOf = (requests: Request[], buffer = 2): Ledger => ({
  requests,
  items: [
    { id: 10, remaining: 6 },
    { id: 20, remaining: 3 },
  ],
  buffer,
})
const of = (item: number, weeks: number): Displacement => ({ item, weeks })
const accepting = (displaced: readonly Displacement[], buffer = 0, request = 1): Command => ({
  ...{ do: 'accept', request, displaced, buffer },
})
const restoring = (item: number, instead: readonly Displacement[] = [], buffer = 0): Command => ({
  ...{ do: 'restore', request: 1, item, instead, buffer },
})
const done = (ledger: Ledger, ...commands: Command[]): Ledger =>
  commands.reduce((before, command) => {
    const after = acceptance(before, command)
    if (typeof after === 'string') throw new Error(`${command.do} is refused: ${after}`)
    return after
  }, ledger)
const requestIn = ({ requests }: Ledger, id = 1) => requests.find((request) => request.id === id)

describe('What an urgent request still has to find', () => {
  const cases: [number, Displacement[], number, number, number][] = [
    [4, [], 0, 2, 4],
    [4, [of(10, 3)], 0, 2, 1],
    [4, [of(10, 3)], 1, 2, 0],
    [4, [of(10, 2), of(20, 2)], 0, 0, 0],
    [4, [of(10, 9)], 0, 0, 0],
    [4, [of(10, 1)], 3, 2, 1],
    [4, [of(10, 3)], 0, -5, 1],
    [4, [of(10, 3)], 2, -5, 1],
    [0.3, [of(10, 0.1), of(20, 0.2)], 0, 0, 0],
    [0.8, [of(10, 0.1)], 0.7, 0.7, 0],
  ]
  it.each(cases)(
    'of %d person-weeks with %j and %d of a buffer of %d is %d',
    (effort, displaced, used, left, short) => {
      expect(shortfall({ urgency: 'urgent', effort }, displaced, used, left)).toBe(short)
    },
  )

  it('a normal one waits its turn and has nothing to find', () => {
    expect(shortfall({ urgency: 'normal', effort: 40 }, [], 0, 0)).toBe(0)
  })
})

describe('Accepting a request', () => {
  it('takes what it names from the items and from the buffer', () => {
    const after = done(ledgerOf([asked(1)]), accepting([of(10, 3)], 1))
    expect(requestIn(after)).toEqual(asked(1, { status: 'accepted', displaced: [of(10, 3)], buffer: 1 }))
    expect([weeksLeft(after, 10), weeksLeft(after, 20), weeksLeft(after, 99)]).toEqual([3, 3, null])
    expect(bufferLeft(after)).toBe(1)
  })

  const taken = asked(2, { status: 'accepted', displaced: [of(10, 4)], buffer: 1.5 })
  const cases: [string, Partial<Request>, Displacement[], number, Refusal][] = [
    ['displaces too little', {}, [of(10, 2)], 0.5, 'short'],
    ['displaces nothing', {}, [], 0, 'short'],
    ['has no estimate', { effort: null }, [of(10, 2)], 0, 'needs_effort'],
    ['is estimated at nothing', { effort: 0 }, [of(10, 2)], 0, 'needs_effort'],
    ['asks more of an item than others leave', {}, [of(10, 2.5), of(20, 3)], 0, 'more_than_remaining'],
    ['names an item twice to ask more of it', {}, [of(20, 2), of(20, 2)], 0, 'more_than_remaining'],
    ['asks more of the buffer than others leave', {}, [of(20, 3)], 1, 'more_than_buffer'],
    ['names an item that is not there', {}, [of(99, 4)], 0, 'unknown_item'],
    ['displaces none of an item', {}, [of(10, 0), of(20, 3)], 0.5, 'not_an_amount'],
    ['gives an item weeks', {}, [of(10, -1), of(20, 3)], 0.5, 'not_an_amount'],
    ['gives the buffer weeks', {}, [of(20, 3)], -1, 'not_an_amount'],
    ['displaces what is no number', {}, [of(20, Number.NaN)], 0, 'not_an_amount'],
    ['displaces without end', {}, [of(20, Number.POSITIVE_INFINITY)], 0, 'not_an_amount'],
    ['is normal, and asks too much all the same', { urgency: 'normal' }, [of(20, 4)], 0, 'more_than_remaining'],
  ]
  it.each(cases)('is refused when it %s', (_what, change, displaced, buffer, refusal) => {
    expect(acceptance(ledgerOf([asked(1, change), taken]), accepting(displaced, buffer))).toBe(refusal)
  })

  it('a normal one needs neither an estimate nor anything to give way', () => {
    expect(requestIn(done(ledgerOf([asked(1, { urgency: 'normal', effort: null })]), accepting([])))?.status).toBe(
      'accepted',
    )
  })

  it('may take all that is left, and the rounding of decimals is not held against it', () => {
    const few = { ...ledgerOf([asked(1, { effort: 0.3 })], 0.3), items: [{ id: 10, remaining: 0.3 }] }
    expect(weeksLeft(done(few, accepting([of(10, 0.1), of(10, 0.2)])), 10)).toBeCloseTo(0, 12)
    expect(bufferLeft(done(few, accepting([], 0.1 + 0.2)))).toBeCloseTo(0, 12)
    const nearly = ledgerOf([asked(1, { effort: 0.8 })])
    expect(requestIn(done(nearly, accepting([of(10, 0.1), of(20, 0.7)])))?.status).toBe('accepted')
  })

  it('does not ask anything of a buffer that was overspent when it takes none of it', () => {
    expect(requestIn(done(ledgerOf([asked(1)], -3), accepting([of(10, 4)])))?.status).toBe('accepted')
    expect(acceptance(ledgerOf([asked(1)], -3), accepting([of(10, 4)], 1))).toBe('more_than_buffer')
  })
})

describe('An answered request', () => {
  const steps = {
    accept: accepting([of(10, 4)]),
    decline: { do: 'decline', request: 1, reason: 'Not this year' },
    park: { do: 'park', request: 1, reason: 'Until the audit' },
    reopen: { do: 'reopen', request: 1 },
    cancel: { do: 'cancel', request: 1 },
    restore: restoring(10, [of(20, 3)], 1),
  } satisfies Record<Command['do'], Command>
  const leadsTo: Record<Request['status'], Partial<Record<Command['do'], Request['status']>>> = {
    new: { accept: 'accepted', decline: 'declined', park: 'parked' },
    accepted: { cancel: 'new', restore: 'accepted' },
    declined: { reopen: 'new' },
    parked: { accept: 'accepted', decline: 'declined', reopen: 'new' },
  }
  for (const status of requestStatuses)
    for (const step of Object.keys(steps) as Command['do'][]) {
      const to = leadsTo[status][step]
      it(`that is ${status} ${to ? `is ${to} after` : 'refuses'} ${step}`, () => {
        const displaced = status === 'accepted' ? [of(10, 4)] : []
        const after = acceptance(ledgerOf([asked(1, { status, displaced })]), steps[step])
        expect(typeof after === 'string' ? after : requestIn(after)?.status).toBe(to ?? 'wrong_status')
      })
    }

  it('is declined or parked with a reason, and blanks are none', () => {
    for (const step of ['decline', 'park'] as const)
      expect(acceptance(ledgerOf([asked(1)]), { do: step, request: 1, reason: ' \n ' })).toBe('needs_reason')
  })

  it('is one that was asked', () => {
    expect(acceptance(ledgerOf([asked(1)]), { do: 'reopen', request: 7 })).toBe('unknown_request')
  })

  it('gives everything back once its acceptance is cancelled, so that another can have it', () => {
    const both = ledgerOf([asked(1), asked(2, { effort: 8 })])
    const first = done(both, accepting([of(10, 3)], 1))
    const second = accepting([of(10, 6)], 2, 2)
    expect(acceptance(first, second)).toBe('more_than_remaining')
    expect(requestIn(done(first, { do: 'cancel', request: 1 }, second), 2)?.status).toBe('accepted')
    expect(done(first, { do: 'cancel', request: 1 })).toEqual(both)
  })
})

describe('Restoring what a request displaced', () => {
  const held = done(ledgerOf([asked(1)]), accepting([of(10, 3), of(20, 1)]))
  const cases: [string, Command, Refusal][] = [
    ['it leaves the request short', restoring(10), 'short'],
    ['what gives way instead is too little', restoring(10, [of(20, 1)], 1), 'short'],
    ['what gives way instead has less than that left', restoring(10, [of(20, 2.5)], 1), 'more_than_remaining'],
    ['the buffer has less than that left', restoring(10, [], 3), 'more_than_buffer'],
    ['it would be given back to the buffer', restoring(10, [of(20, 2)], -1), 'not_an_amount'],
    ['it was not displaced by it', restoring(99, [of(20, 1)], 2), 'not_displaced'],
  ]
  it.each(cases)('is refused when %s', (_why, command, refusal) => {
    expect(acceptance(held, command)).toBe(refusal)
  })

  it('gives all of it back, and takes the rest elsewhere', () => {
    const after = done(held, restoring(10, [of(20, 1)], 2))
    expect(requestIn(after)).toMatchObject({ displaced: [of(20, 1), of(20, 1)], buffer: 2 })
    expect([weeksLeft(after, 10), weeksLeft(after, 20), bufferLeft(after)]).toEqual([6, 1, 0])
    expect(acceptance(after, restoring(10))).toBe('not_displaced')
  })

  it('keeps what the request took of the buffer, and cannot put weeks back there', () => {
    const some = done(ledgerOf([asked(1)]), accepting([of(10, 3), of(20, 3)], 1))
    expect(requestIn(done(some, restoring(20)))).toMatchObject({ displaced: [of(10, 3)], buffer: 1 })
    expect(acceptance(some, restoring(10, [of(20, 0)], 1))).toBe('not_an_amount')
    expect(acceptance(done(ledgerOf([asked(1)]), accepting([of(10, 4), of(20, 3)], 1)), restoring(20, [], -1))).toBe(
      'not_an_amount',
    )
  })

  it('may give back a part of it, when the same item gives the rest again', () => {
    expect(weeksLeft(done(held, restoring(10, [of(10, 2)], 1)), 10)).toBe(4)
  })

  it('needs nothing instead where more gave way than was needed, or where the request is normal', () => {
    expect(weeksLeft(done(ledgerOf([asked(1)]), accepting([of(10, 4), of(20, 1)]), restoring(20)), 20)).toBe(3)
    const normal = ledgerOf([asked(1, { urgency: 'normal' })])
    expect(weeksLeft(done(normal, accepting([of(10, 3)]), restoring(10)), 10)).toBe(6)
  })
})

describe('After any sequence of commands', () => {
  const tenths = (max: number) => fc.noBias(fc.nat(max * 10)).map((count) => count / 10)
  const odd = fc.constantFrom(-1, 0, 0.1 + 0.2, Number.NaN, Number.POSITIVE_INFINITY)
  const weeks = fc.oneof({ weight: 20, arbitrary: tenths(6) }, { weight: 1, arbitrary: odd })
  const buffer = fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: weeks })
  const request = fc.constantFrom(1, 1, 2, 2, 3, 3, 4, 4, 5)
  const item = fc.constantFrom(1, 1, 1, 2, 2, 2, 3, 3, 3, 4)
  const displaced = fc.array(fc.record({ item, weeks }), { maxLength: 3 })
  const reason = fc.constantFrom('', ' ', 'Not now')
  const command: fc.Arbitrary<Command> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ do: fc.constant('accept' as const), request, displaced, buffer }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('restore' as const), request, item, instead: displaced, buffer }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('decline' as const, 'park' as const), request, reason }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reopen' as const, 'cancel' as const), request }) },
  )
  const demand = fc.record({
    urgency: fc.constantFrom<Urgency>('urgent', 'urgent', 'normal'),
    effort: fc.option(tenths(5), { freq: 8 }),
  })
  // Requests 1 to 4 and items 1 to 3: the fifth and the fourth that commands speak of are not there.
  const start = fc
    .tuple(
      fc.array(demand, { minLength: 4, maxLength: 4 }),
      fc.array(tenths(20), { minLength: 3, maxLength: 3 }),
      tenths(6),
    )
    .map(([demands, left, spare]) =>
      frozen<Ledger>({
        requests: demands.map((one, at) => asked(at + 1, one)),
        items: left.map((remaining, at) => ({ id: at + 1, remaining })),
        buffer: spare,
      }),
    )
  const commands = fc.array(command, { minLength: 10, maxLength: 40 })
  const following = (ledger: Ledger, next: Command) => {
    const after = acceptance(ledger, next)
    return typeof after === 'string' ? ledger : frozen(after)
  }

  it('what urgent requests displaced and took of the buffer is at least what they need', () => {
    let accepted = 0
    let restored = 0
    fc.assert(
      fc.property(start, commands, (ledger, sequence) => {
        sequence.reduce((before, next) => {
          const after = following(before, next)
          if (after === before) return before
          if (next.do === 'accept' && requestIn(after, next.request)?.urgency === 'urgent') accepted += 1
          if (next.do === 'restore') restored += 1
          expectBalanced(after)
          return after
        }, ledger)
      }),
      { numRuns: 400 },
    )
    // Otherwise it would hold for want of anything accepted.
    expect(accepted).toBeGreaterThan(100)
    expect(restored).toBeGreaterThan(20)
  })

  it('effort, urgency, items and buffer are what they were: only answers and what they take change', () => {
    const given = ({ requests, items, buffer }: Ledger) => ({
      ...{ items, buffer, asked: requests.map(({ id, urgency, effort }) => ({ id, urgency, effort })) },
    })
    fc.assert(
      fc.property(start, commands, (ledger, sequence) => {
        expect(given(sequence.reduce(following, ledger))).toEqual(given(ledger))
      }),
    )
  })

  it('all is as before once every answer is taken back', () => {
    fc.assert(
      fc.property(start, commands, (ledger, sequence) => {
        const after = sequence.reduce(following, ledger)
        const back = after.requests.reduce(
          (left, { id, status }) => following(left, { do: status === 'accepted' ? 'cancel' : 'reopen', request: id }),
          after,
        )
        expect(back).toEqual(ledger)
      }),
    )
  })

  it('one more is accepted exactly when it is open, all that it names is there and it is not short', () => {
    const whole = fc.integer({ min: 1, max: 4 })
    const wanted = fc.array(fc.record({ item, weeks: whole }), { maxLength: 3 })
    const next = fc.record({ do: fc.constant('accept' as const), request, displaced: wanted, buffer: fc.nat(3) })
    fc.assert(
      fc.property(start, commands, next, (ledger, sequence, asking) => {
        const before = sequence.reduce(following, ledger)
        const one = requestIn(before, asking.request)
        const named = asking.displaced.map((displacement) => displacement.item)
        const wants = (id: number) => sum(asking.displaced.filter((one) => one.item === id).map(({ weeks }) => weeks))
        const isThere =
          named.every((id) => wants(id) <= (weeksLeft(before, id) ?? -1) + 1e-6) &&
          asking.buffer <= Math.max(0, bufferLeft(before)) + 1e-6
        const gives = sum(asking.displaced.map(({ weeks }) => weeks)) + asking.buffer
        const balances = one?.urgency === 'normal' || (!!one?.effort && gives >= one.effort - 1e-6)
        const isOpen = one?.status === 'new' || one?.status === 'parked'
        expect(typeof acceptance(before, asking) !== 'string').toBe(isOpen && isThere && balances)
      }),
      { numRuns: 300 },
    )
  })
})

function expectBalanced(ledger: Ledger) {
  const accepted = ledger.requests.filter(({ status }) => status === 'accepted')
  const took = ({ displaced, buffer }: Request) => sum(displaced.map(({ weeks }) => weeks)) + buffer
  const urgent = accepted.filter(({ urgency }) => urgency === 'urgent')
  for (const one of urgent) expect(took(one)).toBeGreaterThanOrEqual((one.effort ?? Number.NaN) - 1e-6)
  expect(sum(urgent.map(took))).toBeGreaterThanOrEqual(sum(urgent.map(({ effort }) => effort ?? 0)) - 1e-6)

  for (const one of ledger.requests) {
    expect(one.buffer).toBeGreaterThanOrEqual(0)
    for (const { weeks } of one.displaced) expect(weeks).toBeGreaterThan(0)
    if (one.status !== 'accepted') expect(one).toMatchObject({ displaced: [], buffer: 0 })
  }
  for (const { id, remaining } of ledger.items) {
    const gone = sum(
      accepted.flatMap(({ displaced }) => displaced.filter((one) => one.item === id)).map((one) => one.weeks),
    )
    expect(gone).toBeLessThanOrEqual(remaining + 1e-6)
    expect(weeksLeft(ledger, id)).toBeCloseTo(remaining - gone, 9)
  }
  const spent = sum(accepted.map((one) => one.buffer))
  expect(spent).toBeLessThanOrEqual(ledger.buffer + 1e-6)
  expect(bufferLeft(ledger)).toBeCloseTo(ledger.buffer - spent, 9)
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** A rule that changed what it was given would throw. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const part of Object.values(value)) frozen(part)
  }
  return value
}
