import { Hono } from 'hono'
import { z } from 'zod'
import { mark } from '../../../db/roadmap/readiness.ts'
import { moveToStage, StageRefused } from '../../../db/roadmap/stages.ts'
import { missingText, stageNames } from '../../../views/roadmap/initiative-words.ts'
import { checkpoints, readinessAreas, stages } from '../../domain/roadmap/catalogue.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { date, prose, requiredChoice } from '../../http/fields.ts'
import { errorsOf, valuesOf } from '../../http/form.ts'
import { seeOther } from '../../http/redirect.ts'
import { foundInitiative, refuse } from './show.tsx'

/** What happens to an initiative on its way: a stage, an area looked at, evidence found. */
export const initiativeSteps = new Hono<Env>()

const stage = z.object({
  to: requiredChoice(stages, 'Please say which stage comes next.'),
  because: prose(2000),
  on: date,
})

initiativeSteps.post('/stages', async (c) => {
  const { id, stage: from } = await foundInitiative(c)
  const read = stage.safeParse(await valuesOf(c))
  if (!read.success) return refuse(c, 'stages', errorsOf(read.error))
  const { to, because, on } = read.data
  const isBackOrStop = to === 'stopped' || (to === 'discovery' && from !== 'idea' && from !== 'stopped')
  if (isBackOrStop && because === '') {
    return refuse(c, 'stages', { because: `Please say why${to === 'stopped' ? ' it is stopped' : ' it goes back'}.` })
  }
  if (on && on > c.var.today) return refuse(c, 'stages', { on: later })
  try {
    await moveToStage(c.var.by, id, {
      ...{ to, because, on: on ?? c.var.today },
      titleOfOverride: (missing) => `I-${id} goes into delivery without ${missingText(missing)}`,
    })
  } catch (error) {
    if (!(error instanceof StageRefused)) throw error
    if (error.missing.length === 0) {
      const refused = `From ${stageNames[from].toLowerCase()} it cannot go to ${stageNames[to].toLowerCase()}.`
      return refuse(c, 'stages', { form: refused })
    }
    return refuse(c, 'stages', {
      because: `It lacks ${missingText(error.missing)}. Please say why it goes into delivery all the same.`,
    })
  }
  return seeOther(c, `/initiatives/${id}`)
})

const later = 'This lies ahead: please give the day on which it happened.'

initiativeSteps.post('/readiness', (c) => markOn(c, 'readiness', readinessAreas))
initiativeSteps.post('/evidence', (c) => markOn(c, 'evidence', checkpoints))

/** The days that were sent; a mark that was not sent stays as it is, one sent empty is taken back. */
async function markOn(
  c: Ctx,
  part: 'readiness' | 'evidence',
  marks: readonly ((typeof readinessAreas)[number] | (typeof checkpoints)[number])[],
) {
  const { id, launchedOn } = await foundInitiative(c)
  const values = await valuesOf(c)
  const sent = marks.filter((one) => one in values)
  if (sent.length === 0) return refuse(c, part, { form: 'Please say which, and on which day.' })
  const read = z.object(Object.fromEntries(sent.map((one) => [one, date]))).safeParse(values)
  if (!read.success) return refuse(c, part, errorsOf(read.error))
  const days: Partial<Record<(typeof marks)[number], string | null>> = read.data
  const ahead = sent.find((one) => (days[one] ?? '') > c.var.today)
  if (ahead) return refuse(c, part, { [ahead]: later })
  if (days.measured_after_launch && (launchedOn === null || days.measured_after_launch < launchedOn)) {
    return refuse(c, part, { measured_after_launch: 'It has not been launched by then, so nothing was measured.' })
  }
  await mark(c.var.by, id, `initiative.${part}_marked`, days)
  return seeOther(c, `/initiatives/${id}`)
}
