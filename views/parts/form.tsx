import type { Child } from 'hono/jsx'

/** What a form shows again when it was refused: the values as typed, one sentence for each field that is not right. */
export type Typed = { values: Record<string, string | string[]>; errors: Record<string, string> }

export const untouched: Typed = { values: {}, errors: {} }

/** At the top of a refused form: every mistake, each a link to its field. The script moves the focus here. */
export const Mistakes = ({ errors }: { errors: Record<string, string> }) => {
  const all = Object.entries(errors)
  if (all.length === 0) return null
  return (
    <div class="alert mistakes" role="alert" tabindex={-1}>
      <span class="st" data-s="bad">
        Not saved
      </span>
      <ul>
        {all.map(([field, sentence]) => (
          <li>{field === 'form' ? sentence : <a href={`#f-${field}`}>{sentence}</a>}</li>
        ))}
      </ul>
    </div>
  )
}

type FieldProps = {
  name: string
  label: Child
  hint?: Child
  error?: string | undefined
  optional?: boolean
  /** The control, given the attributes that tie it to its label, hint and error. */
  children: (attributes: ControlAttributes) => Child
}

type ControlAttributes = {
  id: string
  name: string
  'aria-invalid'?: 'true'
  'aria-describedby'?: string
}

/** Label above, control, error, hint below. */
export const Field = ({ name, label, hint, error, optional, children }: FieldProps) => {
  const id = `f-${name}`
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div class="field">
      <label for={id}>
        {label}
        {optional && <span class="mute"> optional</span>}
      </label>
      {children({
        id,
        name,
        ...(error && { 'aria-invalid': 'true' }),
        ...(described && { 'aria-describedby': described }),
      })}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

type InputProps = {
  name: string
  label: Child
  typed: Typed
  /** What stands there before anything was typed. */
  value?: string | number | null | undefined
  hint?: Child
  optional?: boolean
  type?: string
  required?: boolean
  autofocus?: boolean
  autocomplete?: string
  inputmode?: 'decimal' | 'numeric' | 'email' | 'search'
  maxlength?: number
  placeholder?: string
  list?: string
}

export const Input = ({ name, label, typed, value, hint, optional, type = 'text', ...rest }: InputProps) => (
  <Field name={name} label={label} hint={hint} error={typed.errors[name]} optional={optional ?? false}>
    {(attributes) => (
      <input {...attributes} {...rest} type={type} value={type === 'password' ? '' : typedText(typed, name, value)} />
    )}
  </Field>
)

export const TextArea = ({
  name,
  label,
  typed,
  value,
  hint,
  optional,
  rows = 3,
  ...rest
}: Omit<InputProps, 'type'> & { rows?: number }) => (
  <Field name={name} label={label} hint={hint} error={typed.errors[name]} optional={optional ?? false}>
    {(attributes) => (
      <textarea {...attributes} {...rest} rows={rows}>
        {typedText(typed, name, value)}
      </textarea>
    )}
  </Field>
)

export type Choice = { value: string; label: string }

export const Select = ({
  name,
  label,
  typed,
  value,
  hint,
  optional,
  choices,
  none,
}: InputProps & { choices: Choice[]; none?: string }) => {
  const chosen = typedText(typed, name, value)
  return (
    <Field name={name} label={label} hint={hint} error={typed.errors[name]} optional={optional ?? false}>
      {(attributes) => (
        <select {...attributes}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option value={choice.value} selected={choice.value === chosen}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** Several ticks, or one radio, in a fieldset with its legend. */
export const Ticks = ({
  name,
  legend,
  typed,
  chosen,
  choices,
  hint,
  type = 'checkbox',
}: {
  name: string
  legend: Child
  typed: Typed
  chosen?: readonly string[]
  choices: Choice[]
  hint?: Child
  type?: 'checkbox' | 'radio'
}) => {
  const now = wasTyped(typed) ? [typed.values[name] ?? []].flat() : (chosen ?? [])
  const error = typed.errors[name]
  return (
    <fieldset class="field" id={`f-${name}`} aria-describedby={error ? `f-${name}-error` : undefined}>
      <legend class="lab">{legend}</legend>
      <div class="ticks">
        {choices.map((choice) => (
          <label class="tick">
            <input type={type} name={name} value={choice.value} checked={now.includes(choice.value)} /> {choice.label}
          </label>
        ))}
      </div>
      {error && (
        <p class="error" id={`f-${name}-error`}>
          {error}
        </p>
      )}
      {hint && <p class="hint">{hint}</p>}
    </fieldset>
  )
}

export const Tick = ({
  name,
  label,
  typed,
  on,
  hint,
}: {
  name: string
  label: Child
  typed: Typed
  on?: boolean
  hint?: Child
}) => (
  <div class="field">
    <label class="tick" for={`f-${name}`}>
      <input
        type="checkbox"
        id={`f-${name}`}
        name={name}
        value="1"
        checked={wasTyped(typed) ? name in typed.values : (on ?? false)}
      />{' '}
      {label}
    </label>
    {hint && <p class="hint">{hint}</p>}
  </div>
)

export const choicesOf = <Word extends string>(names: Record<Word, string>): Choice[] =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }))

const wasTyped = ({ values }: Typed) => Object.keys(values).length > 0

export const typedText = (typed: Typed, name: string, value?: string | number | null) => {
  const now = typed.values[name]
  if (now !== undefined) return Array.isArray(now) ? (now[0] ?? '') : now
  return wasTyped(typed) && name in typed.values ? '' : value === null || value === undefined ? '' : String(value)
}
