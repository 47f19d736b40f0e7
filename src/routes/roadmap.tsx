import { Hono } from 'hono'
import { z } from 'zod'
import { countInitiatives, type Move, moveInitiative } from '../../db/roadmap/rank.ts'
import { addressOf, RoadmapPage } from '../../views/roadmap/page.tsx'
import { atLeast } from '../domain/people/catalogue.ts'
import { type Ctx, type Env, signedIn } from '../http/context.ts'
import { reference } from '../http/fields.ts'
import { type Errors, form } from '../http/form.ts'
import { page } from '../http/page.tsx'
import { seeOther } from '../http/redirect.ts'
import { roadmapAsked } from './roadmap/asked.ts'

export const roadmap = new Hono<Env>()

roadmap.get('/', (c) => show(c))

async function show(c: Ctx, mistakes: Errors = {}) {
  const canRank = atLeast(signedIn(c).role, 'editor')
  const asked = await roadmapAsked(c, '/roadmap', { isPublic: false, canRank })
  const of = asked.narrowed ? `?quarter=${asked.reading.quarter}` : ''
  return page(
    c,
    { title: 'Roadmap', keys: canRank && asked.view !== 'shared' && <RankKeys />, exports: <Exports of={of} /> },
    <RoadmapPage {...asked} mistakes={mistakes} />,
  )
}

const RankKeys = () => (
  <>
    Drag a row, or <kbd>Alt ↑</kbd> <kbd>Alt ↓</kbd> move the one with the focus ·
  </>
)

const Exports = ({ of }: { of: string }) => (
  <>
    <a href={`/roadmap.csv${of}`}>CSV</a> · <a href={`/roadmap.md${of}`}>Markdown</a>
  </>
)

const gone = 'That initiative is not there any more.'
const move = z
  .object({ id: reference, before: reference, after: reference })
  .transform(({ id, before, after }, context): Move => {
    if (id !== null && before !== null && after === null) return { id, side: 'before', other: before }
    if (id !== null && after !== null && before === null) return { id, side: 'after', other: after }
    context.addIssue({ code: 'custom', message: 'Please say which initiative goes before or after which.' })
    return z.NEVER
  })

roadmap.post(
  '/ranks',
  form(move, (c, { errors }) => show(c, errors)),
  async (c) => {
    const typed = c.req.valid('form')
    if (typed.id !== typed.other) {
      if ((await countInitiatives([typed.id, typed.other])) < 2) {
        c.status(422)
        return show(c, { form: gone })
      }
      await moveInitiative(c.var.by, typed)
    }
    const { view, narrowed, reading } = await roadmapAsked(c, '/roadmap', { isPublic: false, canRank: true })
    return seeOther(c, `${addressOf('/roadmap', view, narrowed ? reading.quarter : '')}#i-${typed.id}`)
  },
)
