import { Hono } from 'hono'
import { type HistoryFilter, readHistory } from '../../db/history.ts'
import { activePeople } from '../../db/people.ts'
import { shortDay } from '../../views/dates.ts'
import { History } from '../../views/history.tsx'
import { localDate, localTime } from '../domain/time/zone.ts'
import { type Env, signedIn } from '../http/context.ts'
import { page } from '../http/page.tsx'

export const history = new Hono<Env>()

history.get('/', async (c) => {
  const query = new URL(c.req.url).searchParams
  const timeZone = c.var.organisation?.timeZone ?? 'UTC'
  const record = recordOf(query.get('record') ?? '')
  const filter: HistoryFilter = { record, person: numberIn(query, 'person') }
  const { id, role } = signedIn(c)
  const sees = { reader: id, owner: role === 'owner', before: numberIn(query, 'before') }
  const { events, next } = await readHistory(filter, sees)
  const whenOf = (at: string) => `${shortDay(localDate(at, timeZone), c.var.today)} ${localTime(at, timeZone)}`
  query.delete('before')
  return page(
    c,
    { title: 'History' },
    <History
      events={events.map((event) => ({ ...event, when: whenOf(event.at) }))}
      next={next}
      query={query}
      people={await activePeople()}
      unknownRecord={Boolean(query.get('record')?.trim()) && record === undefined}
    />,
  )
})

/** `D-42`, or `person 3` for the records without an address of their own. */
function recordOf(text: string) {
  const decision = /^\s*d-?(\d{1,9})\s*$/i.exec(text)?.[1]
  if (decision) return { kind: 'decision', id: Number(decision) }
  const initiative = /^\s*i-?(\d{1,9})\s*$/i.exec(text)?.[1]
  if (initiative) return { kind: 'initiative', id: Number(initiative) }
  const request = /^\s*r-?(\d{1,9})\s*$/i.exec(text)?.[1]
  if (request) return { kind: 'request', id: Number(request) }
  const [, kind, id] =
    /^\s*(decision|person|team|right|metric|initiative|theme|organisation) (\d{1,9})\s*$/i.exec(text) ?? []
  return kind && id ? { kind: kind.toLowerCase(), id: Number(id) } : undefined
}

function numberIn(query: URLSearchParams, name: string) {
  const number = Number(query.get(name))
  return Number.isSafeInteger(number) && number > 0 ? number : undefined
}
