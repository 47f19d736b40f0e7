import { describe, expect, it } from 'vitest'
import { changesOf, compared } from '../../src/domain/scorecard/reviews/change.ts'
import type { Met, Said } from '../../src/domain/scorecard/reviews/metric.ts'
import { type Gathered, type Snapshot, snapshotOf } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { standingOf } from '../../src/domain/scorecard/standing.ts'

const definition = {
  unit: '%',
  good: 'up',
  rhythm: 'monthly',
  scale: 'linear',
  least: 0,
  most: 100,
  ratio: null,
} as const
const target = { startsOn: '1970-01-01', target: 40, guardrail: 35 }

type Given = Partial<Pick<Met, 'id' | 'key' | 'category'>>

function met(
  values: [period: string, value: number | null][],
  { id = 1, key = 'activation', ...given }: Given = {},
): Met {
  const readings = values.map(([period, value]) => ({ period, value, numerator: null, denominator: null }))
  return {
    ...{
      id,
      key,
      name: key,
      category: given.category ?? 'product',
      owner: 'Iris',
      derived: false,
      definitionNumber: 2,
    },
    ...definition,
    standing: standingOf({ readings, definition, targets: [target], starts: [], explained: new Set() }),
  }
}

const gathered = (more: Partial<Gathered>): Gathered => ({
  ...{
    organisation: 'Halyard',
    currency: 'EUR',
    review: 2,
    kind: 'monthly',
    startedOn: '2026-11-12',
    startedBy: 'Maren',
  },
  ...{ closedOn: null, closedBy: null, previous: null, metrics: [], said: [], attendance: [], notes: [], actions: [] },
  ...{ carried: [], decisions: [] },
  ...more,
})

const today = '2026-11-12'
const sealed = (snapshot: Snapshot) => ({
  snapshot: { ...snapshot, closedOn: '2026-10-08' },
  closedAt: '2026-10-08T10:00:00.000Z',
})

describe('what a review keeps', () => {
  it('the last thirteen periods of a metric, with a gap where nobody entered', () => {
    const [metric] = snapshotOf(
      gathered({
        metrics: [
          met([
            ['2026-08-01', 41],
            ['2026-10-01', 39],
          ]),
        ],
      }),
      today,
    ).metrics
    expect(metric?.last).toHaveLength(13)
    expect(metric?.last.slice(-3)).toEqual([
      { period: '2026-08-01', value: 41 },
      { period: '2026-09-01', value: null },
      { period: '2026-10-01', value: 39 },
    ])
    expect(metric).toMatchObject({ value: 39, period: '2026-10-01', statuses: ['off_target'], definition: 2 })
  })

  it('a weekly review looks at product, delivery and reliability only', () => {
    const metrics = [
      met([], { id: 1, key: 'mfa_coverage', category: 'security' }),
      met([], { id: 2, key: 'toil', category: 'reliability' }),
      met([], { id: 3, key: 'activation' }),
    ]
    const keys = (kind: 'weekly' | 'monthly') =>
      snapshotOf(gathered({ kind, metrics }), today).metrics.map(({ key }) => key)
    expect(keys('weekly')).toEqual(['activation', 'toil'])
    expect(keys('monthly')).toEqual(['activation', 'toil', 'mfa_coverage'])
  })

  it('the reasons of a breach as long as it lasts, other notes once', () => {
    const said: Said[] = [
      {
        metric: 1,
        period: '2026-09-01',
        kind: 'reason',
        body: 'Migration',
        by: 'Iris',
        at: '2026-10-02T08:00:00.000Z',
      },
      {
        metric: 1,
        period: '2026-09-01',
        kind: 'note',
        body: 'Told before',
        by: 'Iris',
        at: '2026-10-02T08:00:00.000Z',
      },
      { metric: 1, period: '2026-10-01', kind: 'note', body: 'New', by: 'Iris', at: '2026-11-02T08:00:00.000Z' },
      { metric: 9, period: '2026-10-01', kind: 'note', body: 'Of another', by: null, at: '2026-11-02T08:00:00.000Z' },
    ]
    const metrics = [
      met([
        ['2026-09-01', 30],
        ['2026-10-01', 31],
      ]),
    ]
    const previous = sealed(snapshotOf(gathered({ review: 1 }), '2026-10-08'))
    const bodies = (before: typeof previous | null) =>
      snapshotOf(gathered({ metrics, said, previous: before }), today).metrics[0]?.said.map(({ body }) => body)
    expect(bodies(previous)).toEqual(['Migration', 'New'])
    expect(bodies(null)).toEqual(['Migration', 'Told before', 'New'])
  })

  it('what changed since the review before: worse first, what came and what went', () => {
    const before = snapshotOf(
      gathered({
        review: 1,
        metrics: [
          met([['2026-09-01', 41]]),
          met([['2026-09-01', 30]], { id: 2, key: 'retention' }),
          met([['2026-09-01', 50]], { id: 3, key: 'nps' }),
        ],
      }),
      '2026-10-08',
    )
    const after = snapshotOf(
      gathered({
        previous: sealed(before),
        metrics: [
          met(
            [
              ['2026-08-01', 41],
              ['2026-09-01', 42],
              ['2026-10-01', 43],
            ],
            { id: 2, key: 'retention' },
          ),
          met([['2026-10-01', 38]]),
          met([['2026-10-01', 45]], { id: 4, key: 'conversion' }),
        ],
      }),
      today,
    )
    expect(changesOf(after).map(({ metric, course }) => [metric.key, course])).toEqual([
      ['activation', 'worse'],
      ['retention', 'better'],
      ['conversion', 'new'],
    ])
    expect(after.previous).toEqual({ review: 1, closedOn: '2026-10-08', gone: [{ key: 'nps', name: 'nps' }] })
    expect(compared(before.metrics, after.metrics).map(({ metric, course }) => [metric.key, course])).toEqual([
      ['retention', 'better'],
      ['activation', 'worse'],
      ['conversion', 'new'],
      ['nps', 'gone'],
    ])
  })

  it('of the first review nothing has changed', () => {
    expect(changesOf(snapshotOf(gathered({ metrics: [met([['2026-10-01', 38]])] }), today))).toEqual([])
  })
})
