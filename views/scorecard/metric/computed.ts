import type { Metric } from '../../../db/scorecard/metrics.ts'
import type { Told } from '../../../db/scorecard/readings.ts'
import { figure, sourceNames, withUnit } from '../words.ts'

/** "100 × 12 failed deployments / 97 deployments = 12.4 %"; where no counts are known, that. */
export function computed(
  { value, numerator, denominator }: Pick<Told, 'value' | 'numerator' | 'denominator'>,
  { ratio, unit }: Metric,
  currency: string,
): string {
  if (numerator === null || denominator === null) {
    if (value === null) return 'There is no value for this period.'
    return ratio ? 'It was given as a value, without its counts.' : 'It was given as it stands.'
  }
  const factor = ratio && ratio.factor !== 1 ? `${figure(ratio.factor)} × ` : ''
  const counts = `${factor}${amount(numerator)} ${ratio?.numerator ?? ''} / ${amount(denominator)} ${ratio?.denominator ?? ''}`
  return value === null ? `${counts}: nothing to divide by.` : `${counts} = ${withUnit(value, unit, currency)}.`
}

/** Counts as they are: whole, or with the digits that were entered. */
export const amount = (value: number) => {
  const [whole = '', part] = String(Number(value.toPrecision(9))).split('.')
  const grouped = whole.replace('-', '−').replace(/\B(?=(\d{3})+$)/g, '\u202f')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** "Imported from delivery.csv by Edda Editor". */
export const origin = ({ source, file, byName }: Pick<Told, 'source' | 'file' | 'byName'>) =>
  `${sourceNames[source]}${file ? ` from ${file}` : ''}${byName ? ` by ${byName}` : ''}`
