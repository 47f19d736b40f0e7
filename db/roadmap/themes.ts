import { eq, sql } from 'drizzle-orm'
import { first, rows } from '../rows.ts'
import { themes } from '../schema/roadmap.ts'
import { Stale } from '../stale.ts'
import { type By, write } from '../write.ts'

/** `metric` and `owner` are ids; `baseline` and `target` in the metric's unit; `quarter` by which, `2026Q4`. */
export type ThemeContent = {
  name: string
  outcome: string
  metric: number | null
  baseline: number | null
  target: number | null
  quarter: string | null
  owner: number | null
}

export type Theme = ThemeContent & { id: number; closedAt: string | null; version: number; ownerName: string | null }

/** `open`: initiatives of it that still have work to do, and the person-weeks of them. */
export type ListedTheme = Theme & { open: number; shipped: number; effort: number }

const columns = sql`h.id, h.name, h.outcome, h.metric, h.baseline, h.target, h.quarter, h.owner, h.closed_at as closedAt,
  h.version, p.name as ownerName`

/** Those still pursued first. */
export const listThemes = (): Promise<ListedTheme[]> =>
  rows(sql`select ${columns}, coalesce(sum(i.stage in ('idea', 'discovery', 'ready', 'delivery')), 0) as open,
      coalesce(sum(i.stage in ('shipped', 'measured')), 0) as shipped,
      coalesce(sum(iif(i.stage in ('idea', 'discovery', 'ready', 'delivery'), i.effort, 0)), 0) as effort
    from themes h left join people p on p.id = h.owner left join initiatives i on i.theme = h.id
    group by h.id order by h.closed_at is not null, h.quarter is null, h.quarter, h.id`)

export const findTheme = (id: number): Promise<Theme | undefined> =>
  first(sql`select ${columns} from themes h left join people p on p.id = h.owner where h.id = ${id}`)

/** To choose one from. */
export const openThemes = (): Promise<{ id: number; name: string }[]> =>
  rows(sql`select id, name from themes where closed_at is null order by name`)

export const addTheme = (by: By, content: ThemeContent): Promise<number> =>
  write(by, async (tx, note) => {
    const { id } = await tx.insert(themes).values(content).returning({ id: themes.id }).get()
    await note({ kind: 'theme.added', record: 'theme', recordId: id, after: content })
    return id
  })

/** `closed`: it is no longer pursued. */
export const changeTheme = (by: By, id: number, seen: number, content: ThemeContent, closed: boolean): Promise<void> =>
  write(by, async (tx, note) => {
    const before = await tx.select().from(themes).where(eq(themes.id, id)).get()
    if (!before || before.version !== seen) throw new Stale(before)
    const closedAt = closed ? (before.closedAt ?? by.at.toISOString()) : null
    await tx
      .update(themes)
      .set({ ...content, closedAt, version: seen + 1 })
      .where(eq(themes.id, id))
    const { id: _id, version: _version, closedAt: wasClosed, ...was } = before
    await note({
      ...{ kind: 'theme.changed', record: 'theme', recordId: id },
      ...{ before: { ...was, closed: wasClosed !== null }, after: { ...content, closed } },
    })
  })
