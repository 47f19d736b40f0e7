import type { NamedBucket } from '../../../db/capacity/buckets.ts'
import type { PlanTeam } from '../../../db/capacity/plan.ts'
import type { PlanRow } from '../../../views/capacity/plan-form.tsx'
import { type ReadSplit, readSplit } from '../../domain/capacity/entered.ts'
import { inBucket, type Split } from '../../domain/capacity/split.ts'
import { one, type Values } from '../../http/form.ts'

/** The cells of a team as they were typed, by bucket. */
export const typedCells = (values: Values, team: number, buckets: readonly NamedBucket[]): Record<string, string> =>
  Object.fromEntries(buckets.map(({ key }) => [key, one(values, `p-${team}-${key}`).trim()]))

export const rowOfPlan = (
  { team, name, people, availability, split }: PlanTeam,
  buckets: readonly NamedBucket[],
): PlanRow => ({
  ...{ team, name, people: String(people), availability: String(Math.round(availability * 1000) / 10) },
  cells: buckets.map(({ key }) => ({ bucket: key, text: String(inBucket(split, key)) })),
  error: undefined,
})

export const blankRow = (
  { id, name, members }: { id: number; name: string; members: number },
  usual: number,
  buckets: readonly NamedBucket[],
): PlanRow => ({
  ...{ team: id, name, people: members > 0 ? String(members) : '', availability: String(Math.round(usual * 100)) },
  cells: buckets.map(({ key }) => ({ bucket: key, text: '' })),
  error: undefined,
})

/** "Settle totals 96 %: 4 are missing." */
export function faultIn(read: ReadSplit, name: string, buckets: readonly NamedBucket[]): string | undefined {
  if ('split' in read) return undefined
  if ('notWhole' in read) {
    const bucket = buckets.find(({ key }) => key === read.notWhole)?.name ?? read.notWhole
    return `${name}, ${bucket}: please give whole percent from 0 to 100, or = for the rest.`
  }
  const by = 100 - read.total
  return `${name} totals ${read.total} %: ${by > 0 ? `${by} too little` : `${-by} too much`}.`
}

export type ReadRow = { row: PlanRow; team: Omit<PlanTeam, 'name'> | null; fault: PlanRow['error'] }

/** One team's row of the form; `team` null: it is not in the plan, or something is wrong with it. */
export function readRow(
  values: Values,
  { id, name }: { id: number; name: string },
  buckets: readonly NamedBucket[],
): ReadRow {
  const cells = typedCells(values, id, buckets)
  const [people, availability] = [one(values, `people-${id}`).trim(), one(values, `availability-${id}`).trim()]
  const row = (fault?: PlanRow['error'], split?: Split): PlanRow => ({
    ...{ team: id, name, people, availability, error: fault },
    cells: buckets.map(({ key }) => ({ bucket: key, text: split ? String(inBucket(split, key)) : (cells[key] ?? '') })),
  })
  const refused = (at: 'people' | 'availability' | 'split', sentence: string) => {
    const fault = { at, sentence }
    return { row: row(fault), team: null, fault }
  }
  const head = numberIn(people)
  if (people === '' || head === 0) {
    const isBlank = head === 0 || Object.values(cells).every((text) => text === '')
    return isBlank
      ? { row: row(), team: null, fault: undefined }
      : refused('people', `${name}: how many people has it?`)
  }
  if (head === null || head > 10_000) return refused('people', `${name}: “${people}” is no number of people.`)
  const available = numberIn(availability)
  if (available === null || available > 100)
    return refused('availability', `${name}: available is a percentage from 0 to 100.`)
  const read = readSplit(cells)
  if (!('split' in read)) return refused('split', faultIn(read, name, buckets) ?? '')
  return {
    row: row(undefined, read.split),
    team: { team: id, people: head, availability: available / 100, split: read.split },
    fault: undefined,
  }
}

/** Not below 0; null: it is none. */
export function numberIn(text: string): number | null {
  const number = text.trim() === '' ? Number.NaN : Number(text.replaceAll(/[\s\u00a0\u202f%]/g, '').replace(',', '.'))
  return Number.isFinite(number) && number >= 0 ? number : null
}
