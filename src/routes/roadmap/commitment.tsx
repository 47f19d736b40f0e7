import { Hono } from 'hono'
import {
  type Candidate,
  CommitmentRefused,
  candidatesFor,
  commitQuarter,
  Frozen,
} from '../../../db/roadmap/commitments.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { CommitmentPage } from '../../../views/roadmap/commitment.tsx'
import { missingText, quarterText } from '../../../views/roadmap/initiative-words.ts'
import { atLeast } from '../../domain/people/catalogue.ts'
import type { Missing } from '../../domain/roadmap/commitment.ts'
import { quarterKey, readQuarter } from '../../domain/time/quarter.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { type Errors, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { committedOn } from './asked.ts'

/** `/roadmap/2026Q4/commitment`: the list of a quarter, frozen once. */
export const commitments = new Hono<Env>()

commitments.get('/:quarter/commitment', (c) => show(c, untouched))

async function show(c: Ctx, typed: Typed) {
  const quarter = quarterIn(c)
  const [candidates, committed] = await Promise.all([candidatesFor(quarter), committedOn(c, quarter)])
  return page(
    c,
    { title: `Commitment of ${quarterText(quarter)}` },
    <CommitmentPage {...{ quarter, candidates, committed, typed }} canCommit={atLeast(signedIn(c).role, 'editor')} />,
  )
}

function quarterIn(c: Ctx) {
  const found = readQuarter(c.req.param('quarter') ?? '')
  if (!found) throw notFound('quarter')
  return quarterKey(found)
}

commitments.post('/:quarter/commitment', async (c) => {
  const quarter = quarterIn(c)
  const values = await valuesOf(c)
  const titleOf = ({ id, title }: Candidate, missing: Missing[]) =>
    `Commit I-${id} ${title} to ${quarterText(quarter)} without ${missingText(missing)}`.slice(0, 200)
  try {
    await commitQuarter(c.var.by, quarter, { reasons: reasonsIn(values), titleOf })
  } catch (error) {
    if (error instanceof Frozen) {
      c.status(409)
      const form = `The list of ${quarterText(quarter)} is frozen already; it stays as it was committed.`
      return show(c, { values, errors: { form } })
    }
    if (!(error instanceof CommitmentRefused)) throw error
    c.status(422)
    return show(c, { values, errors: errorsOf(quarter, error.missing) })
  }
  return seeOther(c, `/roadmap/${quarter}/commitment`)
})

const field = 'reason-'

const reasonsIn = (values: Values) =>
  new Map(
    Object.keys(values)
      .filter((name) => name.startsWith(field))
      .map((name) => [Number(name.slice(field.length)), one(values, name).trim().slice(0, 500)]),
  )

function errorsOf(quarter: string, missing: CommitmentRefused['missing']): Errors {
  if (missing.size === 0) return { form: `Nothing is planned for ${quarterText(quarter)}: there is nothing to commit.` }
  return Object.fromEntries(
    [...missing].map(([id, what]) => [
      `${field}${id}`,
      `I-${id} lacks ${missingText(what)}: add it, or say why it is committed all the same.`,
    ]),
  )
}
