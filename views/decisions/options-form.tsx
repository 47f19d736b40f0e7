import { Mistakes, typedText } from '../parts/form.tsx'
import type { StepProps } from './steps.tsx'

const optionSlots = [0, 1, 2, 3, 4]
const criterionSlots = [0, 1, 2, 3, 4, 5, 6, 7]

/** A grid: options across, criteria down; what stays empty is left out. */
export const OptionsForm = ({ document, version, typed }: StepProps) => {
  const { options, criteria } = document
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href={`/decisions/${document.number}`}>
            D-{document.number} {document.title}
          </a>{' '}
          · <b>Options</b>
        </p>
        <h1>Which ways are there, and by what do they differ?</h1>
      </div>
      <form class="form wide-form" method="post" action={`/decisions/${document.number}/options`}>
        <Mistakes errors={typed.errors} />
        <input type="hidden" name="version" value={version} />
        <div class="wide">
          <table class="tbl grid-form">
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                <th scope="col">Weight</th>
                {optionSlots.map((slot) => (
                  <th scope="col">
                    <label for={`f-option-${slot}`}>Option {slot + 1}</label>
                    <input
                      id={`f-option-${slot}`}
                      name={`option-${slot}`}
                      value={typedText(typed, `option-${slot}`, options[slot]?.title)}
                      aria-invalid={typed.errors[`option-${slot}`] ? 'true' : undefined}
                    />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {criterionSlots.map((row) => (
                <tr>
                  <th scope="row">
                    <input
                      aria-label={`Criterion ${row + 1}`}
                      name={`criterion-${row}`}
                      value={typedText(typed, `criterion-${row}`, criteria[row]?.name)}
                    />
                  </th>
                  <td>
                    <Small
                      name={`weight-${row}`}
                      label={`Weight of criterion ${row + 1}`}
                      typed={typed}
                      value={criteria[row]?.weight}
                    />
                  </td>
                  {optionSlots.map((slot) => (
                    <td>
                      <Small
                        name={`score-${slot}-${row}`}
                        label={`Score of option ${slot + 1} on criterion ${row + 1}`}
                        typed={typed}
                        value={options[slot]?.scores[row]}
                      />
                    </td>
                  ))}
                </tr>
              ))}
              {(['description', 'good', 'neutral', 'bad'] as const).map((kind) => (
                <tr>
                  <th scope="row" colspan={2}>
                    {argumentNames[kind]}
                  </th>
                  {optionSlots.map((slot) => (
                    <td>
                      <textarea
                        aria-label={`${argumentNames[kind]}, option ${slot + 1}`}
                        name={`${kind}-${slot}`}
                        rows={2}
                      >
                        {typedText(typed, `${kind}-${slot}`, textOf(options[slot]?.[kind]))}
                      </textarea>
                    </td>
                  ))}
                </tr>
              ))}
              <tr>
                <th scope="row" colspan={2}>
                  Chosen
                </th>
                {optionSlots.map((slot) => (
                  <td>
                    <input
                      type="radio"
                      aria-label={`Option ${slot + 1} is chosen`}
                      name="chosen"
                      value={slot}
                      checked={
                        typedText(
                          typed,
                          'chosen',
                          options.findIndex(({ chosen }) => chosen),
                        ) === String(slot)
                      }
                    />
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
        <p class="hint">
          Weights in percent or in any other measure: only their proportions count. Scores from 1 to 5. Arguments one a
          line.
        </p>
        <p class="acts">
          <button class="btn pri" type="submit">
            Save the options
          </button>
          <a href={`/decisions/${document.number}`}>Leave it as it is</a>
        </p>
      </form>
    </>
  )
}

const argumentNames = { description: 'What it is', good: 'For it', neutral: 'Neither way', bad: 'Against it' }

const textOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join('\n') : value)

const Small = ({
  name,
  label,
  typed,
  value,
}: {
  name: string
  label: string
  typed: StepProps['typed']
  value: number | null | undefined
}) => (
  <input
    class="score"
    id={`f-${name}`}
    name={name}
    inputmode="numeric"
    aria-label={label}
    value={typedText(typed, name, value)}
    aria-invalid={typed.errors[name] ? 'true' : undefined}
  />
)
