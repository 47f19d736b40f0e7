export type Quarter = { year: number; quarter: number }

/** The calendar quarter of a day, `YYYY-MM-DD`. */
export const quarterOf = (day: string): Quarter => ({
  year: Number(day.slice(0, 4)),
  quarter: Math.ceil(Number(day.slice(5, 7)) / 3),
})

/** `2026 Q4` */
export const quarterName = ({ year, quarter }: Quarter): string => `${year} Q${quarter}`

/** Its first day, and the first day after it. */
export const quarterBounds = ({ year, quarter }: Quarter): { from: string; until: string } => ({
  from: firstOf(year, quarter),
  until: quarter === 4 ? firstOf(year + 1, 1) : firstOf(year, quarter + 1),
})

const firstOf = (year: number, quarter: number) => `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`
