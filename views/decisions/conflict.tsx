import type { DecisionDocument } from '../../src/domain/decisions/document.ts'

/** Somebody changed the decision while this form was being filled in: both versions, nothing typed lost. */
export const DecisionConflict = ({
  values,
  current,
}: {
  values: Record<string, string | string[]>
  current: DecisionDocument
}) => {
  const differing = Object.entries(values).flatMap(([field, value]) => {
    const theirs = textOf(current[field as keyof DecisionDocument])
    const mine = textOf(value)
    return field in current && comparable(field) && theirs !== mine ? [{ field, mine, theirs }] : []
  })
  return (
    <div class="alert mistakes" role="alert" tabindex={-1}>
      <span class="st" data-s="bad">
        Changed meanwhile
      </span>
      <div>
        <p>
          Somebody changed D-{current.number} while you were writing. What you typed is kept below; sending it again
          puts it over theirs.
        </p>
        {differing.length > 0 && (
          <table class="tbl">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Now in the record</th>
                <th scope="col">Yours</th>
              </tr>
            </thead>
            <tbody>
              {differing.map(({ field, mine, theirs }) => (
                <tr>
                  <th scope="row">{field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}</th>
                  <td>{theirs}</td>
                  <td>{mine}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </div>
  )
}

/** Fields that hold an id in the form and a name in the record say nothing side by side. */
const comparable = (field: string) =>
  !['type', 'decider', 'consulted', 'informed', 'links', 'reviews', 'notes'].includes(field)

const textOf = (value: unknown): string =>
  value === null || value === undefined
    ? ''
    : Array.isArray(value)
      ? value.map(textOf).join('\n')
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)
