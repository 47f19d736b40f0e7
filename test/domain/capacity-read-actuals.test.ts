import { describe, expect, it } from 'vitest'
import { readActuals } from '../../src/domain/capacity/read-actuals.ts'

const known = {
  teams: [
    { id: 1, name: 'Berth' },
    { id: 2, name: 'Identity & trust' },
  ],
  buckets: [
    { key: 'bets', name: 'Bets' },
    { key: 'risk', name: 'Risk reduction' },
  ],
}
const read = (...rows: string[]) => readActuals(['team,week,bucket,person_weeks,cause', ...rows].join('\n'), known)

describe('actuals from a file', () => {
  it('go by the names of teams and buckets, and any day of a week', () => {
    expect(read('berth,2026-11-04,Risk reduction,1.5,incident', 'Identity & trust,2026-11-02,bets,4,').actuals).toEqual(
      [
        { team: 1, week: '2026-11-02', bucket: 'risk', cause: 'incident', personWeeks: 1.5 },
        { team: 2, week: '2026-11-02', bucket: 'bets', cause: 'planned', personWeeks: 4 },
      ],
    )
  })

  it('may be separated by semicolons, with a comma in the numbers, weeks by their number and no cause', () => {
    const { actuals } = readActuals('Team;Week;Bucket;Person-weeks\nBerth;2026-W45;Bets;6,5\n', known)
    expect(actuals).toEqual([{ team: 1, week: '2026-11-02', bucket: 'bets', cause: 'planned', personWeeks: 6.5 }])
  })

  it('come in all or not at all, each fault with its row', () => {
    const { actuals, faults } = read(
      'Berth,2026-11-02,bets,4,planned',
      'Bertha,soon,sails,-1,luck',
      'Berth,2026-11-03,Bets,5,planned',
    )
    expect(actuals).toEqual([])
    expect(faults.map(({ row }) => row)).toEqual([3, 3, 3, 3, 3, 4])
    expect(faults[0]?.message).toBe('There is no team “Bertha”.')
    expect(faults[5]?.message).toBe('The same team, week, bucket and cause are in row 2 already.')
  })

  it('need their columns, a row and whole quotation marks', () => {
    expect(readActuals('team,week\nBerth,2026-11-02', known).faults.map(({ message }) => message)).toEqual([
      'Column bucket is missing.',
      'Column person_weeks is missing.',
    ])
    expect(read().faults).toEqual([{ row: 2, message: 'There is no row below the headings.' }])
    expect(read('"Berth,2026-11-02,bets,4,planned').faults).toHaveLength(1)
  })
})
