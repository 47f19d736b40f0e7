import { sql } from 'drizzle-orm'
import { type ReadinessArea, readinessAreas, type Stage } from '../../src/domain/roadmap/catalogue.ts'
import type { Listed } from '../../src/domain/roadmap/churn.ts'
import { commitment, type Missing } from '../../src/domain/roadmap/commitment.ts'
import { blankContent } from '../decisions/content.ts'
import { logInside } from '../decisions/log.ts'
import { first, rows } from '../rows.ts'
import { commitments } from '../schema/roadmap.ts'
import { type By, type Note, type Transaction, write } from '../write.ts'

/** On a quarter's list: work still to do, with what commitment looks at. */
export type Candidate = {
  id: number
  title: string
  stage: Stage
  effort: number | null
  primaryMetric: number | null
  guardrailMetric: number | null
  lookedAt: ReadinessArea[]
}

/** In the order of rank. */
export async function candidatesFor(quarter: string, tx?: Transaction): Promise<Candidate[]> {
  type Days = Record<ReadinessArea, string | null>
  const found = await rows<Omit<Candidate, 'lookedAt'> & Days>(
    sql`select id, title, stage, effort, primary_metric as primaryMetric, guardrail_metric as guardrailMetric,
        dependencies_on as dependencies, risk_on as risk, security_on as security, performance_on as performance
      from initiatives where quarter = ${quarter} and stage not in ('shipped', 'measured', 'stopped') order by rank, id`,
    tx,
  )
  return found.map(({ dependencies, risk, security, performance, ...one }) => {
    const days: Days = { dependencies, risk, security, performance }
    return { ...one, lookedAt: readinessAreas.filter((area) => days[area] !== null) }
  })
}

/** The list of the quarter was frozen before, and stays as it was. */
export class Frozen extends Error {}

/** These lack something, and no reason was given; or there is nothing to commit. */
export class CommitmentRefused extends Error {
  readonly missing: Map<number, Missing[]>
  constructor(quarter: string, missing: Map<number, Missing[]>) {
    super(`The list of ${quarter} cannot be committed`)
    this.missing = missing
  }
}

export type Override = {
  /** By initiative. */
  reasons: ReadonlyMap<number, string>
  /** What the decision is called that commits one without what is missing. */
  titleOf: (one: Candidate, missing: Missing[]) => string
}

/** Freezes the list of the quarter as it is now; whatever lacks something and has a reason gets its decision. */
export const commitQuarter = (by: By, quarter: string, override: Override): Promise<void> =>
  write(by, async (tx, note) => {
    if (await first(sql`select 1 from commitments where quarter = ${quarter}`, tx)) throw new Frozen()
    const candidates = await candidatesFor(quarter, tx)
    const judged = candidates.map((one) => ({ one, ...commitment(one, override.reasons.get(one.id) ?? null) }))
    const refused = judged.flatMap((all) => (all.answer === 'refused' ? [[all.one.id, all.missing] as const] : []))
    if (refused.length > 0 || candidates.length === 0) throw new CommitmentRefused(quarter, new Map(refused))
    const decisions: number[] = []
    for (const all of judged) {
      if (all.answer !== 'overridden') continue
      decisions.push(await decide(tx, by, note, override.titleOf(all.one, all.missing), all.reason))
    }
    const at = by.at.toISOString()
    await tx.insert(commitments).values(
      candidates.map(({ id, effort }, ahead) => ({
        ...{ quarter, initiative: id, position: ahead + 1, effort, by: by.person, at },
      })),
    )
    const personWeeks = candidates.reduce((sum, { effort }) => sum + (effort ?? 0), 0)
    await note({
      ...{ kind: 'quarter.committed', record: 'quarter', recordId: Number(quarter.replace('Q', '')) },
      after: { initiatives: candidates.map(({ id, title }) => `I-${id} ${title}`), personWeeks, decisions },
    })
  })

async function decide(tx: Transaction, by: By, note: Note, title: string, rationale: string) {
  if (by.person === null) throw new Error('Only a person overrides what commitment asks for')
  const at = by.at.toISOString()
  return logInside(tx, by, note, {
    ...{ ...blankContent, title, rationale, raisedBy: by.person, raisedAt: at },
    decided: { by: by.person, at, forum: 'planning' },
  })
}

export type Committed = {
  at: string
  by: string | null
  frozen: (Listed & { title: string })[]
  /** The quarter's list as it is now. */
  current: (Listed & { title: string })[]
}

/** The frozen list of a quarter beside the list as it is; undefined: it was not committed. */
export async function committedOf(quarter: string): Promise<Committed | undefined> {
  const found = await rows<Listed & { title: string; at: string; by: string | null }>(
    sql`select c.initiative as id, i.title, c.effort, c.at, p.name as by
      from commitments c join initiatives i on i.id = c.initiative left join people p on p.id = c.by
      where c.quarter = ${quarter} order by c.position`,
  )
  const one = found[0]
  if (!one) return undefined
  // What had shipped before was not on the list, and is no addition to it.
  const current = await rows<Listed & { title: string }>(
    sql`select id, title, effort from initiatives where quarter = ${quarter} and stage <> 'stopped'
        and (launched_on is null or launched_on > ${one.at.slice(0, 10)}
          or exists (select 1 from commitments where quarter = ${quarter} and initiative = initiatives.id))
      order by rank, id`,
  )
  const frozen = found.map(({ id, title, effort }) => ({ id, title, effort }))
  return { at: one.at, by: one.by, frozen, current }
}
