import type { Child } from 'hono/jsx'
import type { Stored } from '../../db/records/shapes.ts'
import { clockOf } from '../../src/domain/time/moment.ts'
import { Input, Mistakes, type Typed } from '../parts/form.tsx'
import type { Place } from './words.ts'

export type FormProps<One> = {
  typed: Typed
  /** What is corrected; none: a new one is added. */
  record?: Stored<One> | undefined
  place: Place
  action: string
}

type Named = { path: string; several: string; one: string }

/** The frame of the three forms. */
export const RecordForm = ({
  of: { path, several, one },
  typed,
  record,
  action,
  children,
}: {
  of: Named
  typed: Typed
  record?: { key: string; changedAt: string } | undefined
  action: string
  children: Child
}) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <a href={path}>{several}</a> · <b>{record ? record.key : `New ${one}`}</b>
      </p>
      <h1>{record ? `Correct ${record.key}.` : `Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}.`}</h1>
    </div>
    <form class="form" method="post" action={action}>
      <Mistakes errors={typed.errors} />
      {record && <input type="hidden" name="seen" value={record.changedAt} />}
      {children}
      <p class="acts">
        <button class="btn pri" type="submit">
          Save
        </button>
        <a href={path}>Leave it as it is</a>
      </p>
    </form>
  </>
)

export const Key = ({
  typed,
  value,
  placeholder,
  autofocus = false,
}: {
  typed: Typed
  value: string | undefined
  placeholder: string
  autofocus?: boolean
}) => (
  <Input
    name="key"
    label="Key"
    typed={typed}
    value={value}
    maxlength={120}
    placeholder={placeholder}
    hint="What your tool calls it. An import with the same key corrects this one."
    autofocus={autofocus}
    required
  />
)

export const Moment = ({
  name,
  label,
  typed,
  at,
  place,
  hint,
  optional = false,
}: {
  name: string
  label: string
  typed: Typed
  at: string | null | undefined
  place: Place
  hint?: string
  optional?: boolean
}) => (
  <Input
    name={name}
    label={label}
    type="datetime-local"
    typed={typed}
    value={at && clockOf(at, place.timeZone)}
    hint={hint}
    optional={optional}
    required={!optional}
  />
)

export const chosenOf = <Name extends string>(
  record: Record<NoInfer<Name>, boolean> | undefined,
  names: Record<Name, string>,
) => (record ? (Object.keys(names) as Name[]).filter((name) => record[name]) : [])
