import type { Hono } from 'hono'
import type { FC } from 'hono/jsx'
import { z } from 'zod'
import { StaleDecision } from '../../../db/decisions/change.ts'
import { findDecision } from '../../../db/decisions/record.ts'
import { DecisionConflict } from '../../../views/decisions/conflict.tsx'
import type { StepProps } from '../../../views/decisions/steps.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import type { Step } from '../../domain/decisions/lifecycle.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { integer } from '../../http/fields.ts'
import { type Errors, errorsOf, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { allows, offers } from './loaded.ts'
import { watchOf } from './watch.ts'

type Resource<Schema extends z.ZodType> = {
  step: Step
  /** In the title of the page. */
  title: string
  Form: FC<StepProps>
  schema: Schema
  /** The form shows what the scorecard says about the decision. */
  watches?: boolean
  /** Does it; an `Errors` answer refuses with the form, a text answer leads elsewhere than to the decision. */
  act: (c: Ctx, typed: z.output<Schema>, seen: number) => Promise<undefined | string | Errors>
}

/**
 * One step of a decision as a page with its form: GET shows it, POST takes it. Refused, it answers 422 with what was
 * typed; overtaken by somebody else's change, 409 with both versions.
 */
export function resource<Schema extends z.ZodType>(app: Hono<Env>, path: string, of: Resource<Schema>) {
  const show = async (c: Ctx, typed: Typed = untouched, stale?: StaleDecision) => {
    const props = { ...(await stepProps(c, typed)), ...(of.watches && { watch: await watchOf(c) }) }
    const { document } = props
    const { Form } = of
    return page(
      c,
      { title: `${of.title} · D-${document.number}` },
      <>
        {stale && <DecisionConflict values={typed.values} current={document} />}
        <Form {...props} />
      </>,
    )
  }

  app.get(path, allows(of.step), (c) => show(c))

  app.post(path, allows(of.step), async (c) => {
    const values = await valuesOf(c)
    const read = of.schema.safeParse(values)
    if (!read.success) return refuse(c, errorsOf(read.error))
    try {
      const answer = await of.act(c, read.data, seenVersion.parse(values).version ?? 0)
      if (typeof answer === 'object') return refuse(c, answer)
      return seeOther(c, answer ?? `/decisions/${c.var.decision.document.number}`)
    } catch (error) {
      if (!(error instanceof StaleDecision)) throw error
      c.set('decision', await reloaded(c))
      c.status(409)
      return show(c, { values, errors: {} }, error)
    }

    function refuse(c: Ctx, errors: Errors) {
      c.status(422)
      return show(c, { values, errors })
    }
  })
}

const seenVersion = z.object({ version: integer(1, Number.MAX_SAFE_INTEGER) })

async function stepProps(c: Ctx, typed: Typed): Promise<StepProps> {
  const { document, version, deciderId, typeId } = c.var.decision
  return {
    document: { ...document, deciderId, typeId },
    version,
    typed,
    offers: await offers(c),
    today: c.var.today,
    query: new URL(c.req.url).searchParams,
  }
}

async function reloaded(c: Ctx) {
  const decision = await findDecision(c.var.decision.document.number, signedIn(c).id)
  if (!decision) throw notFound('decision')
  return decision
}
