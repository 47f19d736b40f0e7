import { Input, Select, type Typed } from '../parts/form.tsx'
import { weeksShort } from './words.ts'

/** An initiative that is planned and still to be done; `left` null: nobody has estimated it. */
export type Givable = { id: number; title: string; owner: string | null; left: number | null }

type Props = {
  typed: Typed
  rows: number
  givable: Givable[]
  /** Person-weeks left of the quarter's buffer. */
  buffer: number
  /** `2026 Q4` */
  quarter: string
}

/** What gives way: initiatives with their person-weeks, the buffer of the quarter, and when they come back. */
export const GiveFields = ({ typed, rows, givable, buffer, quarter }: Props) => {
  const choices = givable.map(({ id, title, left }) => ({
    value: String(id),
    label: `I-${id} ${title}, ${leftText(left)}`,
  }))
  return (
    <>
      {Array.from({ length: rows }, (_, at) => (
        <div class="row2">
          <Select
            name={`item-${at}`}
            label={at === 0 ? 'Initiative that gives way' : 'Another one'}
            typed={typed}
            none="None"
            choices={choices}
            optional={at > 0}
          />
          <Input
            name={`weeks-${at}`}
            label={at === 0 ? 'Person-weeks of it' : 'Its person-weeks'}
            inputmode="decimal"
            typed={typed}
            optional={at > 0}
          />
        </div>
      ))}
      <div class="row2">
        <Input
          name="restoreCondition"
          label="They come back when"
          typed={typed}
          maxlength={300}
          placeholder="the customer has signed"
          optional
        />
        <Input
          name="buffer"
          label={`Person-weeks of the buffer of ${quarter}`}
          inputmode="decimal"
          typed={typed}
          hint={buffer > 0 ? `${weeksShort(buffer)} of it are left.` : 'Nothing of it is left, or none was set aside.'}
          optional
        />
      </div>
    </>
  )
}

const leftText = (left: number | null) => (left === null ? 'not estimated' : `${weeksShort(left)} left`)
