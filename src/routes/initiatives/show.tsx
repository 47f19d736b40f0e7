import { blockedOn } from '../../../db/roadmap/blocked.ts'
import { changesOf } from '../../../db/roadmap/changes.ts'
import { dependenciesOf, dependentsOf } from '../../../db/roadmap/dependencies.ts'
import { decisionsOn, type FoundInitiative, findInitiative, requestsOf } from '../../../db/roadmap/find.ts'
import { measuredBy } from '../../../db/roadmap/measured.ts'
import { milestonesOf } from '../../../db/roadmap/milestones.ts'
import { dayOf, lookedAt } from '../../../db/roadmap/readiness.ts'
import { positionOf } from '../../../db/roadmap/stages.ts'
import { judgementOf } from '../../../db/roadmap/verdict.ts'
import { listTeams } from '../../../db/teams.ts'
import { InitiativePage } from '../../../views/roadmap/initiative.tsx'
import type { InitiativePart, InitiativeProps } from '../../../views/roadmap/initiative-props.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import { checkpoints, readinessAreas } from '../../domain/roadmap/catalogue.ts'
import { missingFor } from '../../domain/roadmap/commitment.ts'
import { type Ctx, signedIn } from '../../http/context.ts'
import { type Errors, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { currencyOf, whenIn } from '../scorecard/addressed.ts'

/** The initiative of the address. */
export async function foundInitiative(c: Ctx): Promise<FoundInitiative> {
  const initiative = await findInitiative(Number(c.req.param('id')) || 0)
  if (!initiative) throw notFound('initiative')
  return initiative
}

/** `refused`: the form that was not right, shown again with what was typed. */
export async function showInitiative(c: Ctx, refused?: InitiativeProps['refused']) {
  const initiative = await foundInitiative(c)
  const props = await propsOf(c, initiative)
  return page(c, { title: `I-${initiative.id} ${initiative.title}` }, <InitiativePage {...props} refused={refused} />)
}

export async function refuse(c: Ctx, part: InitiativePart, errors: Errors) {
  c.status(422)
  return showInitiative(c, { part, typed: { values: await valuesOf(c), errors } })
}

async function propsOf(c: Ctx, initiative: FoundInitiative): Promise<Omit<InitiativeProps, 'refused'>> {
  const { id, primaryMetric, guardrailMetric } = initiative
  const { id: reader, role } = signedIn(c)
  const { today } = c.var
  const when = whenIn(c)
  const [measured, judgement, milestones, needs, neededBy, blocked, changes, decisions, requests, teams] =
    await Promise.all([
      measuredBy([primaryMetric, guardrailMetric]),
      judgementOf(initiative),
      milestonesOf(id),
      dependenciesOf(id),
      dependentsOf(id),
      blockedOn(today, id),
      changesOf(id, reader),
      decisionsOn(id, reader),
      requestsOf(id),
      listTeams(),
    ])
  return {
    ...{ initiative, judgement, milestones, needs, neededBy, blocked, decisions, requests, teams, today },
    position: positionOf(initiative),
    primary: measured.get(primaryMetric ?? 0),
    guardrail: measured.get(guardrailMetric ?? 0),
    missing: missingFor({ primaryMetric, guardrailMetric, lookedAt: readinessAreas.filter(lookedAt(initiative)) }),
    marks: marksOf(initiative),
    changes: changes.map((change) => ({ ...change, when: when(change.at) })),
    showAll: c.req.query('changes') === 'all',
    canEdit: atLeast(role, 'contributor'),
    currency: currencyOf(c),
  }
}

const marksOf = (initiative: FoundInitiative) =>
  Object.fromEntries(
    [...readinessAreas, ...checkpoints].map((mark) => [mark, dayOf(initiative, mark)]),
  ) as InitiativeProps['marks']
