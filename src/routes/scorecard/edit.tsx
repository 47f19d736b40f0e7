import { Hono } from 'hono'
import { z } from 'zod'
import { activePeople } from '../../../db/people.ts'
import { placeMetric, retireMetric } from '../../../db/scorecard/define.ts'
import { Stale } from '../../../db/stale.ts'
import { Conflict } from '../../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { PlaceForm } from '../../../views/scorecard/place-form.tsx'
import { derivable } from '../../domain/scorecard/meaning.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { integer, line, reference, tick } from '../../http/fields.ts'
import { form, one, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { calendarOf } from '../records/listed.ts'
import { addressed, isNobody, notInList } from './addressed.ts'

export const metricEdit = new Hono<Env>()
export const metricRetirement = new Hono<Env>()

const version = integer(1, Number.MAX_SAFE_INTEGER)
const content = z.object({ owner: reference, journey: line(80), derived: tick, version })
const retirement = z.object({ retired: tick, version })

const show = async (c: Ctx, typed: Typed, isStale = false) => {
  const metric = await addressed(c)
  const people = await activePeople()
  const nameOf = (id: number) => people.find((person) => person.id === id)?.name ?? 'Nobody yet'
  const yes = (is: boolean) => (is ? 'yes' : 'no')
  const labelled = [
    { label: 'Owner', mine: nameOf(Number(one(typed.values, 'owner'))), theirs: metric.owner ?? 'Nobody yet' },
    { label: 'Critical journey', mine: one(typed.values, 'journey'), theirs: metric.journey },
    { label: 'Computed', mine: yes('derived' in typed.values), theirs: yes(metric.derived) },
    {
      label: 'Scorecard',
      mine: 'retired' in typed.values ? (one(typed.values, 'retired') ? 'off' : 'on') : '',
      theirs: 'retired' in typed.values ? (metric.retiredAt ? 'off' : 'on') : '',
    },
  ]
  return page(
    c,
    { title: metric.name },
    <>
      {isStale && <Conflict fields={labelled} />}
      <PlaceForm typed={typed} metric={metric} people={people} derivable={isDerivable(metric)} />
    </>,
  )
}

const isDerivable = ({ catalogue }: { catalogue: string | null }) => catalogue !== null && derivable.includes(catalogue)

metricEdit.get('/', (c) => show(c, untouched))

metricEdit.post('/', form(content, show), async (c) => {
  const metric = await addressed(c)
  const { version, owner, journey, derived } = c.req.valid('form')
  if (await isNobody(owner)) {
    c.status(422)
    return show(c, { values: await valuesOf(c), errors: { owner: notInList } })
  }
  try {
    const place = { owner, journey, derived: derived && isDerivable(metric) }
    await placeMetric(c.var.by, calendarOf(c), metric.id, version ?? 0, place)
  } catch (error) {
    return overtaken(c, error)
  }
  return seeOther(c, `/scorecard/${metric.key}`)
})

/** Off the scorecard, and back. */
metricRetirement.post('/', form(retirement, show), async (c) => {
  const metric = await addressed(c)
  const { retired, version } = c.req.valid('form')
  // Clicked twice: it is as wished already.
  if (retired === (metric.retiredAt !== null)) return seeOther(c, '/scorecard')
  try {
    await retireMetric(c.var.by, metric.id, version ?? metric.version, retired)
  } catch (error) {
    return overtaken(c, error)
  }
  return seeOther(c, retired ? '/scorecard' : `/scorecard/${metric.key}`)
})

async function overtaken(c: Ctx, error: unknown) {
  if (!(error instanceof Stale)) throw error
  c.status(409)
  return show(c, { values: await valuesOf(c), errors: {} }, true)
}
