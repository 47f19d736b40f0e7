import type { Category, Definition } from '../../src/domain/scorecard/catalogue.ts'
import type { NoteKind } from '../../src/domain/scorecard/readings/catalogue.ts'

type Remark = {
  /** Of so many periods before the newest complete one. */
  back: number
  by: string
  kind: NoteKind
  body: string
}

/** A metric of the example and the course it took; people are keys of `examplePeople` or `cpto`. */
export type Course = {
  /** In the catalogue. */
  metric: string
  journey?: string
  owner: string
  own?: Partial<Definition>
  /** Days ago it was put on the scorecard; absent: with the first. */
  since?: number
  /** What the organisation set itself, where no outside number can be had. */
  aim?: { target: number; guardrail: number | null; because: string }
  /** Days from the end of a period to its entry. */
  lag: number
  /** Older periods: how many, around which value, and how far they stray. */
  before?: { count: number; level: number; stray: number }
  /** Oldest first; null: there was nothing to divide by. */
  newest: readonly (number | null)[]
  /** What a ratio is divided by, or from where to where it varies. */
  of?: number | readonly [number, number]
  /** So many of the newest complete periods were not entered: somebody still owes them, or they are computed. */
  missing?: number
  /** Entered wrongly at first, and corrected three days later. */
  slip?: { back: number; value: number; because: string }
  remarks?: readonly Remark[]
}

export const categoryOwners: readonly { category: Category; owner: string }[] = [
  { category: 'product', owner: 'tomas' },
  { category: 'delivery', owner: 'adaeze' },
  { category: 'reliability', owner: 'jonas' },
  { category: 'security', owner: 'priya' },
  { category: 'cost', owner: 'hugh' },
]

const product: readonly Course[] = [
  {
    metric: 'activation',
    owner: 'ines',
    aim: { target: 38, guardrail: 35, because: 'The mean of our first quarter, and its lower limit' },
    lag: 1,
    before: { count: 25, level: 39.6, stray: 1.2 },
    newest: [40.9, 38.2, 39.1, 41.3, 39.4, 37.8, 40.7, 41.6, 39.9, 41.8, 39.2, 40.8, 40.2, 41.7],
    of: [860, 940],
    remarks: [
      { back: 8, by: 'ines', kind: 'note', body: 'Two terminals signed up whole crews who never book: a list import.' },
    ],
  },
  {
    metric: 'retention',
    owner: 'grace',
    own: { formula: 'retained on day 90 / cohort; churn is the rest' },
    aim: {
      target: 72,
      guardrail: 66,
      because: 'What the plan for this year counts on; below 66 renewals would not pay',
    },
    lag: 3,
    newest: [70.9, 71.4, 71.8, 72.3, 71.9, 72.1, 71.5, 71, 70.6, 70.2, 69.8],
    of: [1480, 1560],
  },
  {
    metric: 'nps',
    owner: 'grace',
    aim: {
      target: 35,
      guardrail: 25,
      because: 'The mean of last year plus two; with 140 answers less cannot be told apart',
    },
    lag: 4,
    newest: [29, 33, 36, 32, 30, 35, 33, null, 34, 37, 36],
    of: [132, 151],
    remarks: [{ back: 3, by: 'grace', kind: 'note', body: 'No survey went out while its sender was being changed.' }],
  },
  {
    metric: 'net_revenue_retention',
    owner: 'cpto',
    lag: 2,
    newest: [105, 106, 105, 104, 104, 103, 103, 102, 103, 102],
    of: [1_180_000, 1_290_000],
    missing: 1,
  },
]

const delivery: readonly Course[] = [
  {
    metric: 'lead_time',
    owner: 'adaeze',
    aim: {
      target: 40,
      guardrail: 60,
      because: 'Sales can plan with six weeks; beyond sixty days quotes are withdrawn',
    },
    lag: 1,
    before: { count: 7, level: 47, stray: 5 },
    newest: [48, 43, 49, 44, 47, 42, 46, 44, 47, 41, 44, 39.5, 39],
  },
  {
    metric: 'throughput',
    owner: 'tomas',
    since: 60,
    lag: 1,
    newest: [3, 4, 3, 5],
  },
  {
    metric: 'predictability',
    owner: 'cpto',
    lag: 2,
    before: { count: 6, level: 20, stray: 3 },
    newest: [18, 24, 21, 16, 24, 19, 21, 17, 23, 19, 15, 20, 17],
    of: [88, 120],
    missing: 1,
  },
  {
    metric: 'escaped_defects',
    owner: 'lena',
    aim: { target: 0.7, guardrail: 1.2, because: 'Our mean; above 1.2 support has needed a second shift' },
    lag: 2,
    before: { count: 7, level: 0.72, stray: 0.15 },
    newest: [0.8, 0.6, 0.9, 0.7, 0.5, 0.8, 0.6, 0.7, 0.9, 0.6, 0.5, 0.6, 0.5],
    of: [10, 13],
    slip: { back: 4, value: 1.1, because: 'Four of them were the same wrong fee, reported by four terminals' },
  },
  {
    metric: 'change_lead_time',
    owner: 'rashid',
    lag: 0,
    before: { count: 25, level: 44, stray: 4 },
    newest: [21, 19, 22, 18, 20, 23, 19, 17, 20, 18, 21, 19, 20, 18],
    remarks: [{ back: 13, by: 'rashid', kind: 'note', body: 'The first week without branches that outlive a day.' }],
  },
]

const reliability: readonly Course[] = [
  {
    metric: 'slo_attainment',
    journey: 'booking',
    owner: 'jonas',
    aim: { target: 99.5, guardrail: 99, because: 'The objective in the terminals’ contracts; under 99 they may leave' },
    lag: 0,
    before: { count: 26, level: 99.63, stray: 0.07 },
    newest: [99.61, 99.68, 99.52, 99.63, 99.7, 99.42, 99.61, 99.66, 99.62, 99.6, 99.68, 99.59, 99.62],
    of: [171_000, 186_000],
    remarks: [
      {
        back: 5,
        by: 'jonas',
        kind: 'note',
        body: 'The stream stood still at the Rotterdam peak; bookings were queued.',
      },
    ],
  },
  {
    metric: 'slo_attainment',
    journey: 'customs',
    owner: 'rashid',
    aim: { target: 98.5, guardrail: 97.5, because: 'The customs agent promises 99, and half a percent is ours' },
    lag: 0,
    before: { count: 26, level: 98.85, stray: 0.25 },
    newest: [98.9, 98.7, 99, 98.8, 98.7, 99, 98.9, 97.8, 98.8, 99, 98.9, 98.7, 98.8],
    of: [20_800, 23_400],
  },
  {
    metric: 'change_failure_rate',
    owner: 'jonas',
    lag: 0,
    before: { count: 12, level: 13, stray: 8 },
    newest: [0, 16.7, 0, 20, 20, 0, 16.7, 16.7, 0, 0, 20, 0, 16.7, 0, 16.7],
    of: [5, 7],
    missing: 12,
    remarks: [{ back: 1, by: 'jonas', kind: 'reason', body: 'Two Settle migrations went out without a rehearsal.' }],
  },
  {
    metric: 'mttr',
    owner: 'jonas',
    aim: {
      target: 60,
      guardrail: 120,
      because: 'A berth is given away after an hour; after two the quay is planned anew',
    },
    lag: 0,
    before: { count: 4, level: 50, stray: 8 },
    newest: [52, 48, 61, 44, 57, 39, 55, 47, 50],
    of: [2, 4],
    missing: 6,
    remarks: [
      {
        back: 2,
        by: 'jonas',
        kind: 'reason',
        body: 'The agent’s certificate ran out on a Saturday, and nobody of theirs was on call.',
      },
    ],
  },
  {
    metric: 'on_call_load',
    owner: 'rashid',
    aim: { target: 2, guardrail: 3, because: 'Three pages in a shift, and nobody sleeps; agreed with the rota' },
    lag: 0,
    before: { count: 26, level: 1.2, stray: 0.18 },
    newest: [1.1, 1.3, 0.9, 1.2, 1.4, 1.6, 1.3, 1.5, 1.8, 1.7, 1.9, 2.1, 2.3],
    of: 28,
    remarks: [
      { back: 12, by: 'rashid', kind: 'note', body: 'Every page counts here, also those that no terminal felt.' },
    ],
  },
]

const security: readonly Course[] = [
  {
    metric: 'critical_patch_time',
    owner: 'priya',
    lag: 1,
    newest: [100, 100, 87.5, 100, 100, 100, 87.5, 100, 100],
    of: [7, 8],
    missing: 3,
  },
  {
    metric: 'control_coverage',
    owner: 'priya',
    lag: 3,
    newest: [93.4, 93.4, 94.3, 94.3, 95.1, 95.1, 95.1, 95.9, 95.9, 96.7],
    of: 122,
  },
  {
    metric: 'privileged_reviews',
    owner: 'priya',
    lag: 5,
    newest: [100, 100, 97.6, 100, 97.6, 100, 100, 97.6, 100],
    of: 41,
    missing: 2,
  },
  { metric: 'classification', owner: 'kenji', since: 45, lag: 3, newest: [], of: 160 },
]

const cost: readonly Course[] = [
  {
    metric: 'infra_cost_per_customer',
    owner: 'hugh',
    own: {
      name: 'Infrastructure cost per booking',
      formula: 'amortised cost / bookings confirmed',
      ratio: { numerator: 'amortised cost', denominator: 'bookings', factor: 1 },
    },
    aim: {
      target: 3.8,
      guardrail: 4.2,
      because: 'What the price list carries; above 4.20 the smallest plan loses money',
    },
    lag: 3,
    newest: [3.44, 3.47, 3.53, 3.55, 3.61, 3.66, 3.7, 3.79, 3.95, 4.28, 4.4, 4.61],
    of: [38_200, 41_900],
    remarks: [
      { back: 2, by: 'hugh', kind: 'reason', body: 'Our own stream took a third node and two people’s nights.' },
      { back: 1, by: 'hugh', kind: 'reason', body: 'Both streams run side by side until the last terminal has moved.' },
      { back: 0, by: 'hugh', kind: 'reason', body: 'Partitions are billed one by one since the Tema launch.' },
    ],
  },
  {
    metric: 'cloud_variance',
    owner: 'hugh',
    lag: 3,
    newest: [6, 8, 5, 9, 7, 11, 8, 10, 9, 12, 8.5],
    of: [141_000, 186_000],
  },
  {
    metric: 'build_time',
    owner: 'jonas',
    lag: 0,
    before: { count: 26, level: 11, stray: 0.4 },
    newest: [11.2, 11, 11.4, 10.8, 10.2, 9.9, 9.6, 9.8, 9.1, 9, 8.8, 8.9, 8.6],
    remarks: [{ back: 8, by: 'jonas', kind: 'note', body: 'Dependencies are cached per service since Tuesday.' }],
  },
]

export const courses: readonly Course[] = [...product, ...delivery, ...reliability, ...security, ...cost]
