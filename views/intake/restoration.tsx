import type { Entry } from '../../db/intake/ledger.ts'
import { Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { type Givable, GiveFields } from './give-fields.tsx'
import { Weighed, Weighing } from './weighing.tsx'
import { weeksLong } from './words.ts'

type Props = {
  entry: Entry
  typed: Typed
  rows: number
  givable: Givable[]
  buffer: number
  quarter: string
  isUrgent: boolean
  balance: { takes: number; gives: number; short: number } | null
}

export const RestorationForm = (props: Props) => {
  const { entry, typed, isUrgent, balance } = props
  const path = `/displacement/${entry.id}/restoration`
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/displacement">Displacement ledger</a> · <b>Restore I-{entry.initiative}</b>
        </p>
        <h1>
          “{entry.title}” gets back {weeksLong(entry.personWeeks)}
          {isUrgent ? `; R-${entry.request} is urgent, so what gives way instead?` : '.'}
        </h1>
        {entry.restoreCondition && <p class="lede">It was to come back when: {entry.restoreCondition}</p>}
      </div>
      <form class="form" method="post" action={path} id="restoration">
        <Mistakes errors={typed.errors} />
        {isUrgent && (
          <Weighing path={path} form="restoration">
            <GiveFields {...props} />
            <Weighed balance={balance} />
          </Weighing>
        )}
        <TextArea name="because" label="Why" typed={typed} optional />
        <p class="acts">
          <button class="btn pri" type="submit">
            Restore it
          </button>
          <a href="/displacement">Leave it as it is</a>
        </p>
      </form>
    </>
  )
}
