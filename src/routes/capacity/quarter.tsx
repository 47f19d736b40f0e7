import { Hono } from 'hono'
import { belowTheLineOf, pushedInto } from '../../../db/capacity/below.ts'
import { type Comparison, headline } from '../../../db/capacity/compare.ts'
import type { Figures } from '../../../db/capacity/figures.ts'
import { knownTo } from '../../../db/capacity/floors.ts'
import { type Overview, overviewOf } from '../../../db/capacity/overview.ts'
import type { Plan } from '../../../db/capacity/plan.ts'
import { returnToQuarter } from '../../../db/capacity/returns.ts'
import { QuarterPage } from '../../../views/capacity/quarter.tsx'
import { shortDay } from '../../../views/dates.ts'
import { weeklyOf } from '../../domain/capacity/planned.ts'
import { behindTheGap, standings } from '../../domain/capacity/standing.ts'
import { unplanned } from '../../domain/capacity/unplanned.ts'
import { quarterBefore } from '../../domain/capacity/weeks.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { addDays, mondayOf } from '../../domain/time/days.ts'
import { quarterAfter, quarterBounds, quarterKey } from '../../domain/time/quarter.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { one, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { addressed, whenIn } from './addressed.ts'

export const quarters = new Hono<Env>()

quarters.get('/:quarter', async (c) => {
  const { quarter, key, path } = addressed(c)
  const { today, organisation } = c.var
  const { id, role } = signedIn(c)
  const [canEnter, canEdit] = [atLeast(role, 'contributor'), atLeast(role, 'editor')]
  const [overview, below, pushed] = await Promise.all([
    overviewOf(quarter, today),
    belowTheLineOf(quarter, id),
    pushedInto(quarter, organisation?.timeZone ?? 'UTC', id),
  ])
  const { plan, figures, buckets, comparison, isOver } = overview
  const known = plan.decision === null ? new Set() : await knownTo(id, [plan.decision])
  const told = comparison && headline(comparison.whatIfs.map(({ outcome }) => outcome))
  return page(
    c,
    { title: `Capacity ${key}`, keys: quarterKeys, exports: <a href="/capacity.csv">CSV</a> },
    <QuarterPage
      {...{ quarter: key, buckets, canEnter, canEdit }}
      isPlanned={comparison !== null}
      {...splitOf(overview, organisation?.name ?? 'All')}
      before={quarterKey(quarterBefore(quarter))}
      after={quarterKey(quarterAfter(quarter))}
      over={figures.weeks.filter((week) => addDays(week, 7) <= today).length}
      weeks={figures.weeks.length}
      at={figures.at}
      next={nextToEnter(figures, today)}
      committed={plan.committedAt === null ? null : { decision: known.has(plan.decision) ? plan.decision : null }}
      unestimated={comparison ? comparison.items.length - comparison.base.items.length : 0}
      whatIf={
        comparison && !isOver
          ? { comparison, buckets, told: told ?? undefined, today, canCommit: canEdit, when: whenIn(c) }
          : null
      }
      below={{
        ...{ below, path, canEdit, all: c.req.query('below') === 'all' },
        noRoom: comparison && !isOver ? noRoomIn(comparison) : [],
      }}
      pushed={{
        pushed,
        share: shareOf(pushed, plan, figures, today),
        since: shortDay(quarterBounds(quarter).from, today),
        unplanned: unplanned(figures.causes),
      }}
      last={overview.last}
    />,
  )
})

const quarterKeys = (
  <>
    <kbd>[</kbd> <kbd>]</kbd> quarter · <kbd>w</kbd> new what-if ·
  </>
)

/** Teams with a plan, or with actuals without one; all of them; and what the heading says of them. */
function splitOf({ plan, figures: { at, windows }, buckets, names }: Overview, organisation: string) {
  const unplannedTeams = [...windows.keys()].filter((id) => !plan.teams.some(({ team }) => team === id))
  const ids = [...plan.teams.map(({ team }) => team), ...unplannedTeams]
  const nameOf = (id: number) => names.find((one) => one.id === id)?.name ?? `Team ${id}`
  const teams = ids.map((id) => ({
    key: String(id),
    plan: plan.teams.find(({ team }) => team === id) ?? null,
    weeks: windows.get(id) ?? [],
  }))
  const { teams: rows, all } = standings(teams, at, buckets)
  const [worst] = [...all.breaches].sort((a, b) => b.gap - a.gap)
  const [behind] = worst && at !== null ? behindTheGap(teams, at, worst) : []
  const [lowest] = rows
    .flatMap(({ key, breaches }) => breaches.map((breach) => ({ ...breach, team: nameOf(Number(key)) })))
    .sort((a, b) => b.gap - a.gap)
  return {
    rows: rows.map((row) => ({ ...row, id: Number(row.key), name: nameOf(Number(row.key)) })),
    all: { ...all, id: null, name: organisation },
    found: {
      all,
      teams: ids.length,
      lowest: lowest && lowest.gap >= 1 ? lowest : null,
      behind: behind ? { team: nameOf(Number(behind.key)), share: behind.share } : null,
    },
  }
}

/** The first week without actuals that has begun. */
function nextToEnter({ weeks, at }: Figures, today: string): string | null {
  const next = at === null ? weeks[0] : addDays(at, 7)
  return next !== undefined && next <= mondayOf(today) && weeks.includes(next) ? next : null
}

/** By the plan, not as the last weeks go on. */
const noRoomIn = ({ planned }: Comparison) => planned.items.filter(({ below }) => below)

/** Of what the teams had in the weeks that are over, the current one with them. */
function shareOf(pushed: readonly { personWeeks: number }[], plan: Plan, { weeks }: Figures, today: string) {
  const begun = weeks.filter((week) => week <= today).length
  const had = begun * plan.teams.reduce((sum, team) => sum + weeklyOf(team), 0)
  return had > 0 ? pushed.reduce((sum, { personWeeks }) => sum + personWeeks, 0) / had : null
}

/** What was below the line is to be done in the quarter after all. */
quarters.post('/:quarter/returns', async (c: Ctx) => {
  const { key, path } = addressed(c)
  const initiative = Number(one(await valuesOf(c), 'initiative')) || 0
  if (!(await returnToQuarter(c.var.by, key, initiative))) throw notFound('initiative below the line of this quarter')
  return seeOther(c, path)
})
