import type { NamedBucket } from '../../db/capacity/buckets.ts'
import type { Standing } from '../../src/domain/capacity/standing.ts'
import { capitalised, counted } from '../words.ts'
import { fraction } from './words.ts'

export type Found = {
  /** "2026 Q4" */
  name: string
  all: Standing
  teams: number
  buckets: readonly NamedBucket[]
  /** Of the widest breach: the team that is furthest behind, and its part of what is missing. */
  behind: { team: string; share: number } | null
  /** The team furthest below a floor, by a point or more. */
  lowest: { team: string; bucket: string; gap: number } | null
}

/** What a quarter's capacity is found to be, in a sentence. */
export function finding({ name, all, teams, buckets, behind, lowest }: Found): string {
  const nameOf = (key: string) => buckets.find((bucket) => bucket.key === key)?.name ?? key
  if (all.people === null && all.actual === null) return `Nobody is planned for ${name} yet.`
  if (all.actual === null)
    return `${capitalised(counted(Math.round(all.people ?? 0), 'person', 'people'))} in ${counted(teams, 'team')} are planned for ${name}; nothing is entered yet.`
  const [worst] = [...all.breaches].sort((a, b) => b.gap - a.gap)
  if (worst) {
    const under = `${nameOf(worst.bucket)} is ${points(worst.gap)} under its floor`
    return behind ? `${under}; ${fraction(behind.share)} of the gap is ${behind.team}.` : `${under}.`
  }
  if (lowest)
    return `All teams together hold every floor; ${lowest.team} is ${points(lowest.gap)} under that of ${nameOf(lowest.bucket).toLowerCase()}.`
  const [planned, actual] = [all.planned, all.actual]
  if (planned === null) return `Capacity was entered for ${name}, but nothing was planned to hold it against.`
  if (all.level === 'steady' || all.level === null)
    return 'Every floor is held, and capacity goes where it was planned.'
  const moved = buckets.map(({ key }) => ({ key, by: (actual[key] ?? 0) - (planned[key] ?? 0) }))
  const [gained] = [...moved].sort((a, b) => b.by - a.by)
  const [lost] = [...moved].sort((a, b) => a.by - b.by)
  return gained && lost
    ? `Every floor is held, but ${nameOf(gained.key)} took ${points(gained.by)} more than planned, mostly from ${nameOf(lost.key)}.`
    : 'Every floor is held.'
}

const points = (gap: number) => (gap < 0.95 ? `${gap.toFixed(1)} points` : counted(Math.round(gap), 'point'))
