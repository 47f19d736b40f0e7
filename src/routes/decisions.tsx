import { Hono } from 'hono'
import { countDecisions, countedUpTo, countViews, listDecisions, oldestOpen } from '../../db/decisions/list.ts'
import { logDecision } from '../../db/decisions/log.ts'
import { activePeople } from '../../db/people.ts'
import { decisionTypes } from '../../db/rights.ts'
import { watchedMetrics } from '../../db/scorecard/watched.ts'
import { Watching } from '../../views/decisions/judged-fields.tsx'
import { DecisionLog } from '../../views/decisions/list.tsx'
import { LogForm } from '../../views/decisions/log-form.tsx'
import { RightHint } from '../../views/decisions/right-hint.tsx'
import { DecisionPage } from '../../views/decisions/show.tsx'
import { type Env, signedIn } from '../http/context.ts'
import { form } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { seeOther } from '../http/redirect.ts'
import { annotations } from './decisions/annotations.tsx'
import { contentOf, deciderFor, newDecision, newDecisionForm } from './decisions/content.ts'
import { filterOf, isNarrowed, quartersUntil } from './decisions/filter.ts'
import { imports } from './decisions/imports.tsx'
import { allowedSteps, load, numberOf, offers } from './decisions/loaded.ts'
import { outcomes } from './decisions/outcomes.tsx'
import { prefilled } from './decisions/prefilled.ts'
import { quality } from './decisions/quality.tsx'
import { steps } from './decisions/steps.tsx'
import { watchOf } from './decisions/watch.ts'

export const decisions = new Hono<Env>()

decisions.get('/', async (c) => {
  const { filter, cursor, query } = filterOf(new URL(c.req.url).searchParams)
  const number = numberOf(filter.text ?? '')
  if (number !== null && /^d/i.test(filter.text ?? '')) return seeOther(c, `/decisions/${number}`)
  const seeing = { reader: signedIn(c).id, today: c.var.today }
  const [{ rows, next }, counts, found, oldest, types, people] = await Promise.all([
    listDecisions(filter, { ...seeing, after: cursor }),
    countViews(seeing),
    isNarrowed(filter) ? countDecisions(filter, seeing) : undefined,
    oldestOpen(seeing),
    decisionTypes(),
    activePeople(),
  ])
  const choices = { types, deciders: people, quarters: quartersUntil(c.var.today) }
  return page(
    c,
    { title: 'Decisions', keys: rowKeys, exports: exportsOf },
    <DecisionLog
      {...{ rows, next, counts, countedUpTo, query, choices }}
      found={found ?? counts.all}
      oldestOpen={oldest}
      further={cursor !== undefined}
      today={c.var.today}
    />,
  )
})

decisions.get('/new', async (c) => {
  const offered = await offers(c)
  return page(
    c,
    { title: 'Log a decision' },
    <LogForm typed={prefilled(c.req.query(), offered.metrics)} offers={offered} />,
  )
})

decisions.post(
  '/new',
  form(newDecisionForm, async (c, refusal) =>
    page(c, { title: 'Log a decision' }, <LogForm typed={refusal} offers={await offers(c)} />),
  ),
  async (c) => {
    const typed = c.req.valid('form')
    const me = signedIn(c).id
    const at = c.var.now.toISOString()
    const decided = typed.status === 'decided'
    const number = await logDecision(c.var.by, {
      ...contentOf(typed, me),
      decider: typed.decider ?? (decided ? me : await deciderFor(typed)),
      raisedBy: me,
      raisedAt: at,
      decided: decided ? { by: typed.decider ?? me, at, forum: 'asynchronous' } : null,
    })
    return seeOther(c, `/decisions/${number}`)
  },
)

/** Who decides a matter like the one being typed: a part of the form, asked for as it is filled in. */
decisions.get('/right', async (c) => {
  const typed = newDecision.partial().safeParse(c.req.query())
  const types = await decisionTypes()
  const people = await activePeople()
  return c.html(<RightHint typed={typed.success ? typed.data : {}} types={types} people={people} />)
})

/** What the metrics being typed are now: a part of the form, asked for as they are filled in. */
decisions.get('/watched', async (c) => {
  const written = [c.req.query('expectedMetric') ?? '', c.req.query('tripwireMetric') ?? '']
  const currency = c.var.organisation?.currency ?? 'EUR'
  return c.html(<Watching written={written} metrics={await watchedMetrics(written)} currency={currency} />)
})

decisions.route('/', quality)
decisions.route('/', imports)

const one = new Hono<Env>()
one.use(load)

one.get('/', async (c) => {
  const record = c.var.decision
  const { organisation, today } = c.var
  return page(
    c,
    { title: `D-${record.document.number} ${record.document.title}` },
    <DecisionPage
      record={record}
      allowed={allowedSteps(c, record)}
      watch={await watchOf(c)}
      today={today}
      currency={organisation?.currency ?? 'EUR'}
      timeZone={organisation?.timeZone ?? 'UTC'}
    />,
  )
})

one.route('/', steps)
one.route('/', annotations)
one.route('/', outcomes)
decisions.route('/:n', one)

const rowKeys = (
  <>
    <kbd>j</kbd> <kbd>k</kbd> rows · <kbd>Enter</kbd> open · <kbd>/</kbd> search ·
  </>
)

const exportsOf = (
  <>
    <a href="/decisions.csv">CSV</a> · <a href="/decisions.zip">Markdown</a> · <a href="/decisions.json">JSON</a>
  </>
)
