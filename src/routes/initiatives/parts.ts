import { Hono } from 'hono'
import { z } from 'zod'
import { isUnique } from '../../../db/errors.ts'
import {
  addDependency,
  Cycle,
  dependenciesOf,
  removeDependency,
  settleDependency,
} from '../../../db/roadmap/dependencies.ts'
import { findInitiative } from '../../../db/roadmap/find.ts'
import { addMilestone, changeMilestone, milestonesOf, removeMilestone } from '../../../db/roadmap/milestones.ts'
import { listTeams } from '../../../db/teams.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { date, line, reference, requiredLine, tick } from '../../http/fields.ts'
import { errorsOf, valuesOf } from '../../http/form.ts'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { notInList } from './fields.ts'
import { foundInitiative, refuse } from './show.tsx'

/** Its milestones, and what it waits for. */
export const initiativeParts = new Hono<Env>()

const milestone = z.object({
  name: requiredLine('Please say what will be there.', 120),
  plannedOn: date.pipe(z.string('Please say by which day.')),
  actualOn: date,
})

initiativeParts.post('/milestones', async (c) => {
  const { id } = await foundInitiative(c)
  return withMilestone(c, (content) => addMilestone(c.var.by, id, content))
})

initiativeParts.post('/milestones/:milestone', async (c) => {
  const { initiative, part } = await foundIn(c, 'milestone')
  return withMilestone(c, (content) => changeMilestone(c.var.by, initiative, part, content))
})

initiativeParts.post('/milestones/:milestone/removal', async (c) => {
  const { initiative, part } = await foundIn(c, 'milestone')
  await removeMilestone(c.var.by, initiative, part)
  return seeOther(c, `/initiatives/${initiative}#h-milestones`)
})

async function withMilestone(c: Ctx, act: (content: z.output<typeof milestone>) => Promise<unknown>) {
  const read = milestone.safeParse(await valuesOf(c))
  if (!read.success) return refuse(c, 'milestones', errorsOf(read.error))
  if (read.data.actualOn && read.data.actualOn > c.var.today) {
    return refuse(c, 'milestones', { actualOn: 'It can only be met today or earlier.' })
  }
  await act(read.data)
  return seeOther(c, `/initiatives/${c.req.param('id')}#h-milestones`)
}

const dependency = z.object({ on: line(20), onTeam: reference, neededOn: date, note: line(300) })

initiativeParts.post('/dependencies', async (c) => {
  const { id } = await foundInitiative(c)
  const read = dependency.safeParse(await valuesOf(c))
  if (!read.success) return refuse(c, 'dependencies', errorsOf(read.error))
  const { on, onTeam, neededOn, note } = read.data
  if ((on === '') === (onTeam === null)) {
    return refuse(c, 'dependencies', { on: 'Please name either an initiative, such as I-14, or a team.' })
  }
  if (onTeam !== null && !(await listTeams()).some((team) => team.id === onTeam)) {
    return refuse(c, 'dependencies', { onTeam: notInList })
  }
  const onInitiative = on === '' ? null : await idOf(on)
  if (onInitiative === undefined) return refuse(c, 'dependencies', { on: `There is no initiative ${on}.` })
  if (onInitiative === id) return refuse(c, 'dependencies', { on: 'An initiative cannot wait for itself.' })
  try {
    await addDependency(c.var.by, id, { onInitiative, onTeam, neededOn, note })
  } catch (error) {
    const why = error instanceof Cycle ? circle(error.path) : isUnique(error) ? 'It waits for this one already.' : null
    if (why === null) throw error
    return refuse(c, 'dependencies', { on: why })
  }
  return seeOther(c, `/initiatives/${id}#h-waits`)
})

async function idOf(typed: string) {
  const number = Number(/^(?:i-?)?(\d{1,9})$/i.exec(typed)?.[1])
  return (await findInitiative(number || 0))?.id
}

const circle = ([first, ...path]: number[]) =>
  `That would be a circle: I-${first} would wait for ${path.map((id) => `I-${id}`).join(', which waits for ')}.`

initiativeParts.post('/dependencies/:dependency', async (c) => {
  const { initiative, part } = await foundIn(c, 'dependency')
  const { settled } = z.object({ settled: tick }).parse(await valuesOf(c))
  await settleDependency(c.var.by, initiative, part, settled)
  return seeOther(c, `/initiatives/${initiative}#h-waits`)
})

initiativeParts.post('/dependencies/:dependency/removal', async (c) => {
  const { initiative, part } = await foundIn(c, 'dependency')
  await removeDependency(c.var.by, initiative, part)
  return seeOther(c, `/initiatives/${initiative}#h-waits`)
})

async function foundIn(c: Ctx, what: 'milestone' | 'dependency') {
  const { id } = await foundInitiative(c)
  const part = Number(c.req.param(what)) || 0
  const all = what === 'milestone' ? await milestonesOf(id) : await dependenciesOf(id)
  if (!all.some((one) => one.id === part)) throw notFound(what)
  return { initiative: id, part }
}
