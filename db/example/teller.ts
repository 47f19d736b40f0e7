import type { Forum } from '../../src/domain/decisions/catalogue.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { addNote, amend, link, setOptionsOf } from '../decisions/annotate.ts'
import { logDecision, type NewDecision } from '../decisions/log.ts'
import { judge, reviewOutcome } from '../decisions/outcome.ts'
import { decide, reverse, supersede, withdraw } from '../decisions/steps.ts'
import type { By } from '../write.ts'
import type { Cast, Happening } from './cast.ts'
import { lastQuarter } from './last-quarter.ts'
import { thisQuarter } from './this-quarter.ts'
import type { Told } from './told.ts'

/** Turns what is told into what happened; knows the numbers and versions as they grow. */
export class Teller implements Cast {
  readonly #numbers = new Map<string, number>()
  readonly #versions = new Map<string, number>()
  readonly now: Date
  readonly today: string
  readonly organisation: Cast['organisation']
  readonly #people: Map<string, number>
  readonly #types: Map<string, number>

  constructor(
    { now, today, organisation }: Pick<Cast, 'now' | 'today' | 'organisation'>,
    people: Map<string, number>,
    types: Map<string, number>,
  ) {
    this.now = now
    this.today = today
    this.organisation = organisation
    this.#people = people
    this.#types = types
  }

  person(key: string) {
    const id = this.#people.get(key)
    if (id === undefined) throw new Error(`The example has no ${key}`)
    return id
  }

  happeningsOf(told: Told): Happening[] {
    const { key, raised, decided, reviewed, ended, amended } = told
    const replaced = [...lastQuarter, ...thisQuarter].some(
      ({ ended }) => ended?.kind === 'superseded' && ended.replacement === key,
    )
    const step = (
      by: string,
      ago: number,
      order: number,
      happen: (by: By, number: number, seen: number) => Promise<unknown>,
    ) => ({
      ago,
      order,
      happen: async () => {
        await happen(this.by(by, ago), this.number(key), this.#versions.get(key) ?? 0)
        this.#versions.set(key, (this.#versions.get(key) ?? 0) + 1)
      },
    })
    const happenings: Happening[] = [{ ago: raised.ago, order: 0, happen: () => this.#raise(told) }]
    if (told.options)
      happenings.push(
        step(raised.by, raised.ago, 1, (by, number, seen) =>
          setOptionsOf(by, number, seen, told.options ?? { options: [], criteria: [] }),
        ),
      )
    if (decided)
      happenings.push(
        step(told.decider, decided.ago, replaced ? 1 : 2, (by, number, seen) =>
          decide(by, number, seen, this.#ruling(told, decided)),
        ),
      )
    for (const { to, kind } of told.links ?? []) {
      happenings.push(step(raised.by, raised.ago, 3, (by, number) => link(by, number, { kind, to: this.number(to) })))
    }
    if (amended) {
      const text = String(told[amended.field] ?? '')
      happenings.push(
        step(amended.by, amended.ago, 4, (by, number, seen) =>
          amend(by, number, seen, { field: amended.field, text, because: amended.because }),
        ),
      )
    }
    for (const { by, ago, text } of told.notes ?? [])
      happenings.push(step(by, ago, 5, (when, number) => addNote(when, number, text)))
    if (reviewed) {
      const { by, ago, came, learned, wellMade } = reviewed
      happenings.push(
        step(by, ago, 6, (when, number, seen) => reviewOutcome(when, number, seen, { came, learned, again: null })),
      )
      if (wellMade !== undefined) happenings.push(step(by, ago, 7, (when, number) => judge(when, number, wellMade)))
    }
    if (ended) happenings.push(step(ended.by, ended.ago, 8, (by, number, seen) => this.#end(by, number, seen, ended)))
    return happenings
  }

  async #raise(told: Told) {
    const { key, raised, decider, amended } = told
    const by = this.by(raised.by, raised.ago)
    const person = (keys: string[] = []) => keys.map((one) => this.person(one))
    const decision: NewDecision = {
      title: told.title,
      type: this.#types.get(told.type) ?? null,
      decider: this.person(decider),
      outcome: told.outcome ?? '',
      constraints: told.constraints ?? [],
      constraintNote: told.constraintNote ?? '',
      smallestBet: told.smallestBet ?? '',
      notDoing: told.notDoing ?? [],
      rationale: told.rationale ?? '',
      business: told.business ?? '',
      side: told.side ?? null,
      door: told.door ?? null,
      confidence: told.confidence ?? null,
      expected: told.expected ?? '',
      expectedMetric: told.measured?.metric ?? '',
      expectedValue: told.measured?.value ?? null,
      expectedOn: this.#day(told.expectedIn),
      tripwireMetric: told.tripwire?.metric ?? '',
      tripwireDirection: told.tripwire?.direction ?? null,
      tripwireValue: told.tripwire?.value ?? null,
      revisitOn: this.#day(told.revisitIn),
      spend: told.spend ?? null,
      crossTeam: told.crossTeam ?? false,
      securityException: told.securityException ?? false,
      consulted: person(told.consulted),
      informed: [],
      tags: told.tags ?? [],
      restrictedTo: told.restrictedTo
        ? [...new Set([...person(told.restrictedTo), this.person(raised.by), this.person(decider)])]
        : null,
      raisedBy: this.person(raised.by),
      raisedAt: by.at.toISOString(),
      decided: null,
      ...(amended && { [amended.field]: amended.wrong }),
    }
    this.#numbers.set(key, await logDecision(by, decision))
    this.#versions.set(key, 1)
  }

  #ruling(
    { decider, options, rationale, confidence, expected, expectedIn, revisitIn }: Told,
    { ago, forum }: { ago: number; forum: Forum },
  ) {
    const chosen = options?.options.findIndex((option) => option.chosen) ?? -1
    return {
      by: this.person(decider),
      at: this.by(decider, ago).at.toISOString(),
      forum,
      chosen: chosen < 0 ? null : chosen,
      rationale: rationale ?? '',
      confidence: confidence ?? null,
      expected: expected ?? '',
      expectedOn: this.#day(expectedIn),
      revisitOn: this.#day(revisitIn),
    }
  }

  async #end(by: By, number: number, seen: number, ended: NonNullable<Told['ended']>) {
    const { because } = ended
    if (ended.kind === 'withdrawn') await withdraw(by, number, seen, because)
    else if (ended.kind === 'reversed') await reverse(by, number, seen, { because, cause: ended.cause })
    else await supersede(by, number, seen, { replacement: this.number(ended.replacement), because })
  }

  number(key: string) {
    const number = this.#numbers.get(key)
    if (number === undefined) throw new Error(`In the example ${key} has not happened yet`)
    return number
  }

  by(key: string, ago: number): By {
    return { person: this.person(key), at: new Date(this.now.getTime() - ago * 86_400_000) }
  }

  #day(inDays: number | undefined) {
    return inDays === undefined ? null : addDays(this.today, inDays)
  }
}
