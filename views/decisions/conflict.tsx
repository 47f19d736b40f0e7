import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { Conflict } from '../parts/conflict.tsx'

/** Of the fields of the form, those that the record holds as texts or numbers too. */
export const DecisionConflict = ({
  values,
  current,
}: {
  values: Record<string, string | string[]>
  current: DecisionDocument
}) => (
  <Conflict
    fields={Object.entries(values).flatMap(([field, value]) => {
      const theirs = field in current ? current[field as keyof DecisionDocument] : undefined
      return holdsIds.includes(field) || theirs === undefined
        ? []
        : [{ label: labelOf(field), mine: textOf(value), theirs: textOf(theirs) }]
    })}
  />
)

/** An id in the form and a name in the record say nothing side by side. */
const holdsIds = [
  'type',
  'decider',
  'consulted',
  'informed',
  'number',
  'links',
  'reviews',
  'notes',
  'options',
  'criteria',
]

const labelOf = (field: string) => {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const textOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join('\n') : value === null ? '' : value === false ? '' : String(value)
