import { Hono } from 'hono'
import {
  allEntries,
  type Cursor,
  findEntry,
  listEntries,
  pushedIn,
  see,
  weeklyCapacity,
} from '../../db/intake/ledger.ts'
import { Ledger } from '../../views/intake/ledger.tsx'
import { capacityByMonth } from '../domain/intake/months.ts'
import { tax } from '../domain/intake/tax.ts'
import { momentAt } from '../domain/time/moment.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { csv } from '../http/csv.ts'
import { page } from '../http/page.tsx'
import { forbidden, notFound } from '../http/problem.ts'
import { ownPath, seeOther } from '../http/redirect.ts'
import { calendarOf, dayOf, mayAnswer } from './intake/loaded.ts'
import { restorations } from './intake/restoration.tsx'

/** The displacement ledger: all that was pushed out, for what, and what that costs. */
export const displacement = new Hono<Env>()

displacement.get('/', async (c) => {
  const after = cursorOf(c.req.query('after'))
  const [{ rows, next }, monthly] = await Promise.all([listEntries(signedIn(c).id, after), taxNow(c)])
  return page(
    c,
    { title: 'Displacement ledger', exports: <a href="/displacement.csv">CSV</a> },
    <Ledger
      {...{ rows, next, tax: monthly }}
      further={after !== undefined}
      canRestore={mayAnswer(signedIn(c))}
      reader={signedIn(c).id}
      dayOf={dayOf(c)}
      today={c.var.today}
    />,
  )
})

const monthsShown = 12

/** Of the last twelve months, those in which something was displaced or capacity is known. */
async function taxNow(c: Ctx) {
  const { today, timeZone } = calendarOf(c)
  const shown = Array.from({ length: monthsShown }, (_, at) => monthBefore(today.slice(0, 7), at))
  const begins = (month: string) => momentAt(`${month}-01T00:00`, timeZone)
  const months = shown.map((month) => ({ month, from: begins(month), until: begins(monthBefore(month, -1)) }))
  const [pushed, quarters] = await Promise.all([pushedIn(months), weeklyCapacity()])
  const capacity = [...capacityByMonth(quarters)].filter(([month]) => shown.includes(month))
  return tax(
    pushed.map(({ month, source, weeks }) => ({ day: `${month}-01`, source, weeks })),
    new Map(capacity),
  )
}

function monthBefore(month: string, count: number) {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 - count
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`
}

/** `2026-11-12T10:00:00.000Z~7` */
function cursorOf(text: string | undefined): Cursor | undefined {
  const [at, id] = text?.split('~') ?? []
  return at && id && /^\d{1,15}$/.test(id) ? { at, id: Number(id) } : undefined
}

displacement.post('/:id/seen', async (c) => {
  const entry = await findEntry(Number(c.req.param('id')) || 0, signedIn(c).id)
  if (!entry) throw notFound('entry in the ledger')
  if (entry.ownerId !== signedIn(c).id) throw forbidden('Only the owner of what was displaced says that it was seen.')
  await see(c.var.by, entry)
  return seeOther(c, ownPath(c.req.query('to')))
})

displacement.route('/', restorations)

export const ledgerExport = new Hono<Env>()

const header = [
  'initiative',
  'title',
  'owner',
  'person_weeks',
  'request',
  'request_title',
  'source',
  'decision',
  'reason',
  'restore_condition',
  'displaced_at',
  'restored_at',
]

ledgerExport.get('/displacement.csv', async (c) => {
  const rows = (await allEntries(signedIn(c).id)).map((entry) => [
    entry.initiative === null ? 'buffer' : `I-${entry.initiative}`,
    ...[entry.title, entry.owner, entry.personWeeks],
    entry.request === null ? null : `R-${entry.request}`,
    ...[entry.requestTitle, entry.source],
    entry.decision === null ? null : `D-${entry.decision}`,
    ...[entry.reason, entry.restoreCondition, entry.at, entry.restoredAt],
  ])
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="displacement.csv"')
  return c.body(csv(header, rows))
})
