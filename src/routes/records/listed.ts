import type { Stored } from '../../../db/records/shapes.ts'
import type { Cursor, Store } from '../../../db/records/store.ts'
import type { Calendar } from '../../../db/scorecard/computed.ts'
import { metricsFrom } from '../../../db/scorecard/derive.ts'
import type { ListProps } from '../../../views/records/list.tsx'
import type { Place } from '../../../views/records/words.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { addDays } from '../../domain/time/days.ts'
import { type Ctx, signedIn } from '../../http/context.ts'

export const calendarOf = (c: Ctx): Calendar => ({
  today: c.var.today,
  timeZone: c.var.organisation?.timeZone ?? 'UTC',
})

export const placeOf = (c: Ctx): Place => calendarOf(c)

/** What "in the last four weeks" begins with. */
export const fourWeeksAgo = (c: Ctx) => addDays(c.var.today, -28)

type Listing<One extends { key: string }> = {
  path: string
  table: 'findings' | 'incidents' | 'deployments'
  store: Store<One>
}

/** One page of a list, with what stands around it. */
export async function listed<One extends { key: string }>(
  c: Ctx,
  { path, table, store }: Listing<One>,
): Promise<{ rows: Stored<One>[]; list: ListProps }> {
  const { role } = signedIn(c)
  const after = cursorOf(c.req.query('after'))
  const { rows, next } = await store.list(after)
  return {
    rows,
    list: {
      ...{ path, next, further: after !== undefined, metrics: await metricsFrom(table) },
      ...{ canAdd: atLeast(role, 'contributor'), canImport: atLeast(role, 'editor') },
      imported: importedOf(c.req.query('imported')),
    },
  }
}

/** `2026-11-12~123` */
function cursorOf(text: string | undefined): Cursor | undefined {
  const [sort, id] = text?.split('~') ?? []
  return sort && id && /^\d{1,15}$/.test(id) ? { sort, id: Number(id) } : undefined
}

/** `12-1-3` */
function importedOf(text: string | undefined) {
  const [, added, corrected, unchanged] = /^(\d{1,9})-(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? []
  if (added === undefined) return null
  return { added: Number(added), corrected: Number(corrected), unchanged: Number(unchanged) }
}
