import type { Outline, OutlinedInitiative, OutlinedMilestone } from '../../db/roadmap/outline.ts'
import { isReached } from '../../src/domain/roadmap/outcome.ts'
import { quarterBounds, readQuarter } from '../../src/domain/time/quarter.ts'
import { capitalised, counted } from '../words.ts'
import { effortInWords, quarterText } from './initiative-words.ts'

/** What the outcomes come to, in a sentence. */
export function outcomesFound({ themes, initiatives, blocked }: Outline): string {
  if (themes.length + initiatives.length === 0) return 'Nothing is on the roadmap yet.'
  const count = initiatives.filter(({ id }) => blocked.has(id)).length
  const waiting =
    count === 0 ? 'nothing is blocked' : counted(count, 'initiative is blocked', 'initiatives are blocked')
  const judged = themes.map(({ good, ...theme }) => (good === null ? null : isReached({ good, ...theme })))
  const measured = judged.filter((one) => one !== null).length
  if (measured === 0) {
    const bets = `${counted(initiatives.length, 'initiative')}, ${counted(themes.length, 'outcome')}`
    return `${capitalised(bets)}, and none of them measured yet; ${waiting}.`
  }
  const reached = judged.filter((one) => one === true).length
  return `${capitalised(ofMany(reached, themes.length, 'outcome'))} reached; ${waiting}.`
}

/** Whether platform and risk work is for something. */
export function technologyFound(investments: readonly OutlinedInitiative[]): string {
  if (investments.length === 0) return 'No technology investment is on the roadmap yet.'
  const loose = investments.filter(({ theme }) => theme === null)
  if (loose.length === 0) return `${capitalised(allOf(investments.length))} tied to an outcome.`
  const effort = loose.reduce((sum, { effort }) => sum + (effort ?? 0), 0)
  const cost = effort === 0 ? '' : `: ${effortInWords(effort)}`
  return `${capitalised(ofMany(loose.length, investments.length, 'technology investment'))} tied to no outcome${cost}.`
}

const allOf = (count: number) =>
  count === 1 ? 'the one technology investment is' : `all ${counted(count, '', 'technology investments')} are`

/** What became of what was to be delivered in the quarter. */
export function milestonesFound(milestones: readonly OutlinedMilestone[], quarter: string, today: string): string {
  const due = milestones.filter(({ plannedOn }) => isIn(quarter, plannedOn))
  if (due.length === 0) return `Nothing is to be delivered in ${quarterText(quarter)} yet.`
  const met = due.filter(({ actualOn }) => actualOn !== null).length
  const late = due.filter((one) => isLate(one, today)).length
  const lateness = late === 0 ? 'none is late' : `${counted(late, '', '').trim()} ${late === 1 ? 'is' : 'are'} late`
  return `${capitalised(ofMany(met, due.length, 'milestone', ` of ${quarterText(quarter)}`))} met; ${lateness}.`
}

export const isLate = ({ plannedOn, actualOn }: OutlinedMilestone, today: string) =>
  actualOn === null && plannedOn < today

export function isIn(quarter: string, day: string | null) {
  const of = readQuarter(quarter)
  if (!of || day === null) return false
  const { from, until } = quarterBounds(of)
  return day >= from && day < until
}

/** "two of five outcomes are", "none of three milestones is" */
function ofMany(some: number, count: number, noun: string, more = '') {
  const head = some === 0 ? 'none' : counted(some, '', '').trim()
  return `${head} of ${counted(count, noun)}${more} ${some < 2 ? 'is' : 'are'}`
}
