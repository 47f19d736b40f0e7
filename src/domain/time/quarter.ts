export type Quarter = { year: number; quarter: number }

/** The calendar quarter of a day, `YYYY-MM-DD`. */
export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
})

/** `2026 Q4` */
export const quarterName = ({ year, quarter }: Quarter): string => `${year} Q${quarter}`

/** `2026Q4`, as it is kept and addressed. */
export const quarterKey = ({ year, quarter }: Quarter): string => `${year}Q${quarter}`

/** Of its key; null: it is none. */
export function readQuarter(key: string): Quarter | null {
  const [, year, quarter] = /^(\d{4})Q([1-4])$/.exec(key) ?? []
  return year && quarter ? { year: Number(year), quarter: Number(quarter) } : null
}

export const quarterAfter = ({ year, quarter }: Quarter): Quarter =>
  quarter === 4 ? { year: year + 1, quarter: 1 } : { year, quarter: quarter + 1 }

/** Its first day, and the first day after it. */
export const quarterBounds = ({ year, quarter }: Quarter): { from: string; until: string } => ({
  from: firstOf(year, quarter),
  until: quarter === 4 ? firstOf(year + 1, 1) : firstOf(year, quarter + 1),
})

const firstOf = (year: number, quarter: number) => `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
