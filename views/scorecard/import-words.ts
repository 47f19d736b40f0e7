import type { Definition, Rhythm } from '../../src/domain/scorecard/catalogue.ts'
import type { Fault } from '../../src/domain/scorecard/readings/faults.ts'
import { longDay } from '../dates.ts'
import { capitalised, counted } from '../words.ts'
import { figure, misfitSentences, periodName, rhythmNames, unitName } from './words.ts'

const periodNouns: Record<Rhythm, string> = { weekly: 'week', fortnightly: 'two weeks', monthly: 'month' }

/** Why a row cannot come in; also what the terminal prints. */
export function faultSentence(fault: Fault): string {
  if ('message' in fault) return fault.message
  switch (fault.is) {
    case 'unknown':
      return `No metric on the scorecard or in the catalogue is called “${short(fault.metric)}”.`
    case 'several':
      return `Several metrics are called “${short(fault.metric)}”: please use the key of the one meant.`
    case 'retired':
      return `“${short(fault.metric)}” was taken off the scorecard: please put it back first.`
    case 'derived':
      return `${fault.metric} is computed from records, and not entered.`
    case 'future':
      return `${capitalised(periodSaid(fault.period, fault.rhythm))} has not come yet.`
    case 'same_period':
      return `This is in the same ${periodNouns[fault.rhythm]} as row ${fault.other}, ${periodSaid(fault.period, fault.rhythm)}: ${fault.metric} has one reading in it.`
    case 'contradiction':
      return `The value says ${fault.value}, but ${fault.numerator}/${fault.denominator} ${fault.computed === null ? 'has nothing to divide by' : `makes ${figure(fault.computed)}`}.`
    case 'long_note':
      return `The note is longer than ${fault.most} characters.`
    case 'misfit':
      return `${fault.metric}: ${misfitSentences[fault.misfit]}`
  }
}

/** "week 45 from 2 November 2026": files go back over years. */
export const periodSaid = (start: string, rhythm: Rhythm) =>
  rhythm === 'monthly' ? periodName(start, rhythm) : `${periodName(start, rhythm)} from ${longDay(start)}`

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

type Counts = { fresh: number; corrected: number; unchanged: number }

/** "12 readings are new, two correct what is there, 96 are there already." */
export const plannedSentence = (counts: Counts) =>
  sentenceOf(counts, {
    fresh: ['reading is new', 'readings are new'],
    corrected: ['corrects what is there', 'correct what is there'],
    unchanged: ['is there already', 'are there already'],
  })

/** "12 readings came in, two corrected what was there, 96 were there already." */
export const landedSentence = (counts: Counts) =>
  sentenceOf(counts, {
    fresh: ['reading came in', 'readings came in'],
    corrected: ['corrected what was there', 'corrected what was there'],
    unchanged: ['was there already', 'were there already'],
  })

type Words = Record<keyof Counts, [string, string]>

function sentenceOf({ fresh, corrected, unchanged }: Counts, words: Words): string {
  if (fresh + corrected + unchanged === 0) return 'There is no reading to import.'
  if (fresh + corrected === 0)
    return `Nothing changes: ${unchanged === 1 ? 'the one reading is' : `all ${counted(unchanged, '', 'readings are')}`} there already.`
  const part = (count: number, of: [string, string]) => (count > 0 ? [counted(count, ...of)] : [])
  const noun = fresh > 0 ? '' : corrected === 1 ? 'reading ' : 'readings '
  const parts = [
    ...part(fresh, words.fresh),
    ...part(corrected, [noun + words.corrected[0], noun + words.corrected[1]]),
    ...part(unchanged, words.unchanged),
  ]
  return `${capitalised(parts.join(', '))}.`
}

/** A row of a wide file may be wrong more than once. */
export const faultyRows = (faults: readonly Fault[]) => new Set(faults.map(({ row }) => row)).size

/** "Weekly, hours": what a metric comes in as. */
export const comesInAs = ({ unit, rhythm }: Pick<Definition, 'unit' | 'rhythm'>, currency: string) =>
  `${rhythmNames[rhythm]}${isPlain(unit) ? '' : `, ${unitName(unit, currency)}`}`

/** Nothing is said of what is only counted. */
export const isPlain = (unit: string) => unit === 'count' || unit === 'ratio'
