import { Hono } from 'hono'
import { z } from 'zod'
import { blankContent } from '../../../db/decisions/content.ts'
import type { NewDecision } from '../../../db/decisions/log.ts'
import { briefOf } from '../../../db/decisions/record.ts'
import { type Acceptance, accept, NotToJoin } from '../../../db/intake/acceptance.ts'
import { Refused } from '../../../db/intake/answers.ts'
import type { RequestRecord } from '../../../db/intake/record.ts'
import { blankInitiative } from '../../../db/roadmap/initiatives.ts'
import { initiativeOffers } from '../../../db/roadmap/offers.ts'
import { Stale } from '../../../db/stale.ts'
import { AcceptanceForm } from '../../../views/intake/acceptance.tsx'
import { decisionTexts } from '../../../views/intake/decision.ts'
import { refusalSentences, weeksLong } from '../../../views/intake/words.ts'
import type { Typed } from '../../../views/parts/form.tsx'
import type { Displacement } from '../../domain/intake/displacement.ts'
import { readQuarter } from '../../domain/time/quarter.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { choice, decimal, integer, line, prose, reference, tick } from '../../http/fields.ts'
import { type Errors, errorsOf, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { numberOf } from '../decisions/loaded.ts'
import { amountOf, displacedIn, weighed } from './displaced.ts'
import { calendarOf, dayOf, foundToAnswer, quartersAhead, spareNow } from './loaded.ts'

export const acceptances = new Hono<Env>()

const amount = decimal('Please give person-weeks, such as 4 or 2.5.')
const fields = z
  .object({
    version: integer(1, Number.MAX_SAFE_INTEGER),
    effort: amount.refine((weeks) => weeks !== null && weeks > 0 && weeks < 100_000, {
      message: 'How many person-weeks does it take, above 0?',
    }),
    buffer: amount.refine((weeks) => weeks === null || weeks >= 0, { message: 'Please give 0 or more person-weeks.' }),
    restoreCondition: line(300),
    because: prose(2000),
    becomes: choice(['new', 'join'] as const),
    join: reference,
    title: line(200),
    bucket: line(40),
    quarter: line(6).refine((text) => text === '' || readQuarter(text) !== null, {
      message: 'Please choose one of the list.',
    }),
    owner: reference,
    team: reference,
    decision: line(20),
    log: tick,
  })
  .refine(({ becomes, join }) => becomes !== 'join' || join !== null, {
    path: ['join'],
    message: 'Which initiative does it join?',
  })
  .refine(({ decision }) => decision === '' || numberOf(decision) !== null, {
    path: ['decision'],
    message: 'A decision is written like D-42.',
  })
type Typing = z.output<typeof fields>

acceptances.get('/:id/acceptance', async (c) => {
  const request = await foundToAnswer(c)
  return show(c, request, { values: begun(c, request), errors: {} })
})

/** What the address brings along, beside what the form begins with. */
function begun(c: Ctx, { urgency }: RequestRecord): Values {
  const query = c.req.query()
  if (Object.keys(query).length === 0) return {}
  return { becomes: 'new', ...(urgency === 'urgent' && { log: '1' }), ...query }
}

acceptances.post('/:id/acceptance', async (c) => {
  const request = await foundToAnswer(c)
  const values = await valuesOf(c)
  if (one(values, 'weigh') !== '') return show(c, request, { values, errors: {} })
  const read = fields.safeParse(values)
  const { displaced, errors } = displacedIn(values)
  const mistakes = { ...(read.success ? {} : errorsOf(read.error)), ...errors }
  if (!read.success || Object.keys(mistakes).length > 0) return refuse(mistakes)
  const decision = await decisionFor(c, request, read.data, displaced)
  if (read.data.bucket && !(await initiativeOffers()).buckets.some(({ key }) => key === read.data.bucket))
    return refuse({ bucket: 'Please choose one of the list.' })
  if (decision === undefined) return refuse({ decision: 'There is no such decision in the log.' })
  try {
    const given = { ...givenIn(read.data, request), displaced, decision }
    await accept(c.var.by, request.id, read.data.version ?? 0, given, calendarOf(c))
  } catch (error) {
    if (error instanceof NotToJoin)
      return refuse({ join: 'It can only join one that is to be done, and gives nothing.' })
    if (error instanceof Refused) return refuse(await sentenceFor(c, error, values))
    if (!(error instanceof Stale)) throw error
    c.status(409)
    return show(c, await foundToAnswer(c), { values, errors: {} }, true)
  }
  return seeOther(c, `/intake/${request.id}`)

  function refuse(errors: Errors) {
    c.status(422)
    return show(c, request, { values, errors })
  }
})

async function show(c: Ctx, request: RequestRecord, typed: Typed, changed = false) {
  const { givable, buffer, open } = await spareNow(c)
  const effort = 'effort' in typed.values ? amountOf(one(typed.values, 'effort')) : request.effort
  return page(
    c,
    { title: `Accept R-${request.id}` },
    <AcceptanceForm
      {...{ request, typed, givable, buffer, open, changed }}
      rows={displacedIn(typed.values).rows}
      quarters={quartersAhead(c.var.today)}
      balance={request.urgency === 'urgent' ? weighed(typed.values, effort, buffer) : null}
      offers={await initiativeOffers()}
      dayOf={dayOf(c)}
    />,
  )
}

function givenIn(typed: Typing, request: RequestRecord): Omit<Acceptance, 'displaced' | 'decision'> {
  const { effort, because, buffer, restoreCondition, becomes, join, title, bucket, quarter, owner, team } = typed
  const added = {
    ...blankInitiative,
    ...{ title: title || request.title, effort, owner, team, productLine: request.productLine },
    ...(bucket && { bucket }),
    quarter: quarter || null,
  }
  return {
    ...{ effort: effort ?? 0, because, buffer: buffer ?? 0, restoreCondition },
    becomes: becomes === 'join' && join !== null ? join : added,
  }
}

/** undefined: the number names none that this person may read. */
async function decisionFor(
  c: Ctx,
  request: RequestRecord,
  { decision, log, because, restoreCondition, buffer }: Typing,
  displaced: Displacement[],
): Promise<number | NewDecision | null | undefined> {
  const me = signedIn(c).id
  const number = numberOf(decision)
  if (number !== null) return (await briefOf(number, me)) && number
  if (!log) return null
  const { givable } = await spareNow(c)
  const titleOf = (item: number) => givable.find(({ id }) => id === item)?.title ?? ''
  const at = c.var.now.toISOString()
  return {
    ...blankContent,
    ...decisionTexts({
      ...{ request, because, restoreCondition, buffer: buffer ?? 0 },
      displaced: displaced.map(({ item, weeks }) => ({ item, weeks, title: titleOf(item) })),
    }),
    ...{ decider: me, raisedBy: me, raisedAt: at, decided: { by: me, at, forum: 'asynchronous' as const } },
  }
}

async function sentenceFor(c: Ctx, { because }: Refused, values: Values): Promise<Errors> {
  if (because === 'more_than_buffer') return { buffer: refusalSentences[because] }
  if (because !== 'short') return { form: refusalSentences[because] }
  const balance = weighed(values, amountOf(one(values, 'effort')), (await spareNow(c)).buffer)
  return { 'item-0': `It is ${weeksLong(balance?.short ?? 0)} short: name what else gives way, or accept less of it.` }
}
