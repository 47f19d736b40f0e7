import type { Event } from '../db/history.ts'
import { happenings } from './happenings.ts'

type Props = {
  events: (Event & { when: string })[]
  next: number | undefined
  query: URLSearchParams
  people: { id: number; name: string }[]
  /** A filter was given that names no record. */
  unknownRecord: boolean
}

export const History = ({ events, next, query, people, unknownRecord }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <b>History</b>
      </p>
      <h1>Everything that was written, by whom and when; nothing is ever overwritten.</h1>
    </div>
    <search>
      <form class="filter" action="/history">
        <label for="f-record">Record</label>
        <input id="f-record" name="record" value={query.get('record') ?? ''} placeholder="D-42" />
        <label for="f-person">Person</label>
        <select id="f-person" name="person">
          <option value="">Anybody</option>
          {people.map(({ id, name }) => (
            <option value={id} selected={query.get('person') === String(id)}>
              {name}
            </option>
          ))}
        </select>
        <button class="btn" type="submit">
          Apply
        </button>
      </form>
    </search>
    {unknownRecord && <p class="error">A record is written like D-42.</p>}
    {events.length === 0 ? (
      <p class="empty">Nothing of this kind was written yet.</p>
    ) : (
      <ol class="log wide-log">
        {events.map((event) => (
          <Happening event={event} />
        ))}
      </ol>
    )}
    <nav class="pager" aria-label="Pages">
      <p>Each row carries the hash of the one before it.</p>
      {next && (
        <a class="btn" rel="next" href={`/history?${withBefore(query, next)}`}>
          Older
        </a>
      )}
    </nav>
  </>
)

const Happening = ({ event }: { event: Event & { when: string } }) => (
  <li>
    <time datetime={event.at}>{event.when}</time>
    <div>
      <p>
        {event.personId ? <a href={`/people/${event.personId}`}>{event.person}</a> : 'Fulcrum'}{' '}
        {happenings[event.kind] ?? event.kind} <Subject event={event} />
      </p>
      <Changes before={event.before} after={event.after} />
    </div>
  </li>
)

const Subject = ({ event: { record, recordId, name, key } }: { event: Event }) => {
  if (record === 'organisation') return null
  if (record === 'decision') {
    return (
      <a href={`/decisions/${recordId}`}>
        D-{recordId} {name}
      </a>
    )
  }
  if (record === 'initiative') {
    return (
      <a href={`/initiatives/${recordId}`}>
        I-{recordId} {name}
      </a>
    )
  }
  if (record === 'request') {
    return (
      <a href={`/intake/${recordId}`}>
        R-{recordId} {name}
      </a>
    )
  }
  if (record === 'feedback_theme') return <a href={`/intake/themes/${recordId}`}>{name}</a>
  if (record === 'theme') return <a href={`/themes/${recordId}`}>{name}</a>
  if (record === 'quarter') return <a href={`/capacity/${name?.replace(' ', '')}`}>{name}</a>
  if (record === 'scenario') return <a href={`/capacity/scenarios/${recordId}`}>{name}</a>
  if (key) return <a href={`/scorecard/${key}`}>{name}</a>
  return <span>{name ?? `${record} ${recordId}`}</span>
}

type Fields = Record<string, unknown>

/** Field by field, the old text struck out beside the new. */
const Changes = ({ before, after }: { before: string | null; after: string | null }) => {
  const was = before ? (JSON.parse(before) as Fields) : {}
  const is = after ? (JSON.parse(after) as Fields) : {}
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (field) => textOf(was[field]) !== textOf(is[field]),
  )
  if (fields.length === 0) return null
  return (
    <details>
      <summary class="small">
        {fields.slice(0, 4).map(labelOf).join(', ')}
        {fields.length > 4 && ` and ${fields.length - 4} more`}
      </summary>
      <dl class="facts changes">
        {fields.map((field) => (
          <>
            <dt>{labelOf(field)}</dt>
            <dd>
              {textOf(was[field]) && <del>{textOf(was[field])}</del>}{' '}
              {textOf(is[field]) && <ins>{textOf(is[field])}</ins>}
            </dd>
          </>
        ))}
      </dl>
    </details>
  )
}

const labelOf = (field: string) => field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

const textOf = (value: unknown): string => {
  if (value === null || value === undefined || value === '' || value === false) return ''
  if (value === true) return 'yes'
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join('; ')
  if (typeof value === 'object') return Object.values(value).map(textOf).filter(Boolean).join(', ')
  return String(value)
}

function withBefore(query: URLSearchParams, before: number) {
  const further = new URLSearchParams(query)
  further.set('before', String(before))
  return further
}
