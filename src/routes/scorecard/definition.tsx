import { Hono } from 'hono'
import { z } from 'zod'
import { redefine } from '../../../db/scorecard/define.ts'
import { definitionsOf, type Metric, newestPeriod } from '../../../db/scorecard/metrics.ts'
import { Stale } from '../../../db/stale.ts'
import { Conflict } from '../../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { RedefinitionForm } from '../../../views/scorecard/definition-form.tsx'
import { goodNames, periodName, rhythmNames, scaleNames } from '../../../views/scorecard/words.ts'
import { isRedefined, periodFollowing } from '../../domain/scorecard/meaning.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { integer, requiredLine } from '../../http/fields.ts'
import { form, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { addressed, currencyOf, whenIn } from './addressed.ts'
import { checkDefinition, definitionFields, definitionIn } from './definition-fields.ts'

export const metricDefinition = new Hono<Env>()

const content = z
  .object({
    ...definitionFields,
    reason: requiredLine('Please say why it changes.', 400),
    version: integer(1, Number.MAX_SAFE_INTEGER),
  })
  .superRefine(checkDefinition)

const show = async (c: Ctx, typed: Typed, isStale = false) => {
  const metric = await addressed(c)
  const newest = await newestPeriod(metric.id)
  const when = whenIn(c)
  return page(
    c,
    { title: `Definition of ${metric.name}` },
    <>
      {isStale && <Conflict fields={bothVersions(typed.values, metric)} />}
      <RedefinitionForm
        typed={typed}
        metric={metric}
        versions={(await definitionsOf(metric.id)).map((version) => ({ ...version, when: when(version.at) }))}
        next={newest && periodName(periodFollowing(newest, metric.rhythm, metric.rhythm), metric.rhythm)}
        currency={currencyOf(c)}
      />
    </>,
  )
}

metricDefinition.get('/', (c) => show(c, untouched))

metricDefinition.post(
  '/',
  form(content, (c, typed) => show(c, typed)),
  async (c) => {
    const metric = await addressed(c)
    const { version, reason, ...typed } = c.req.valid('form')
    const definition = definitionIn(typed)
    if (version === metric.version && !isRedefined(metric, definition)) {
      c.status(422)
      return show(c, { values: await valuesOf(c), errors: { form: 'Nothing in the definition is different.' } })
    }
    try {
      await redefine(c.var.by, metric.id, version ?? 0, definition, reason)
    } catch (error) {
      if (!(error instanceof Stale)) throw error
      c.status(409)
      return show(c, { values: await valuesOf(c), errors: {} }, true)
    }
    return seeOther(c, `/scorecard/${metric.key}`)
  },
)

function bothVersions(mine: Values, { name, unit, formula, good, rhythm, scale, ratio, least, most, source }: Metric) {
  const named = (names: Record<string, string>, field: string) => names[one(mine, field)] ?? ''
  const text = (label: string, field: string, theirs: string | number | null | undefined) => ({
    label,
    mine: one(mine, field),
    theirs: String(theirs ?? ''),
  })
  return [
    text('Name', 'name', name),
    text('Unit', 'unit', unit),
    text('Formula', 'formula', formula),
    { label: 'Which way is good', mine: named(goodNames, 'good'), theirs: goodNames[good] },
    { label: 'Entered', mine: named(rhythmNames, 'rhythm'), theirs: rhythmNames[rhythm] },
    text('Above the line', 'numerator', ratio?.numerator),
    text('Below the line', 'denominator', ratio?.denominator),
    text('Times', 'factor', ratio?.factor),
    { label: 'Scale', mine: named(scaleNames, 'scale'), theirs: scaleNames[scale] },
    text('Never below', 'least', least),
    text('Never above', 'most', most),
    text('Who says so', 'source', source),
  ]
}
