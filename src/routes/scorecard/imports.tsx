import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { isUnique } from '../../../db/errors.ts'
import { carryOut, type ImportPlan, planImport, type Upload } from '../../../db/scorecard/import.ts'
import { Stale } from '../../../db/stale.ts'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { ImportForm, Landed } from '../../../views/scorecard/import.tsx'
import { ImportPreview } from '../../../views/scorecard/import-preview.tsx'
import { faultyRows } from '../../../views/scorecard/import-words.ts'
import { textIn, tidied } from '../../domain/scorecard/readings/text.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'

/** Readings from a file: looked at first, then landed. The text goes along with the preview, and is kept nowhere. */
export const readingImports = new Hono<Env>()

/** It is sent twice, the second time with its line ends doubled: less than what Fulcrum takes at once. */
const mostBytes = 14_000_000

readingImports.get('/import', (c) => {
  const counts = landedIn(new URL(c.req.url).searchParams)
  return counts ? page(c, { title: 'Imported' }, <Landed {...counts} />) : show(c, untouched)
})

const show = (c: Ctx, typed: Typed) => page(c, { title: 'Import readings' }, <ImportForm typed={typed} />)

const landedIn = (query: URLSearchParams) => {
  const count = (name: string) => Math.max(0, Math.trunc(Number(query.get(name)) || 0))
  return query.has('new')
    ? { fresh: count('new'), corrected: count('corrected'), unchanged: count('there'), leftOut: count('left') }
    : undefined
}

readingImports.post('/import', async (c) => {
  const values = await valuesOf(c)
  const { upload, file } = await uploadOf(c, values)
  const problem = problemIn(upload)
  if (problem) {
    c.status(422)
    return show(c, { values: { text: upload.text.slice(0, mostBytes), journey: upload.journey }, errors: problem })
  }
  const plan = await planImport(upload, c.var.today)
  const state = stateOf(plan)
  const currency = c.var.organisation?.currency ?? ''
  const preview = (status: 200 | 409 | 422, errors: Record<string, string> = {}) => {
    c.status(status)
    return page(
      c,
      { title: 'Import readings' },
      <ImportPreview {...{ plan, upload, file, state, values, errors, currency }} />,
    )
  }
  if (!one(values, 'confirmed')) return preview(200)
  if (one(values, 'state') !== state) return preview(409, { form: changed })
  if (plan.faults.length > 0 && !one(values, 'leaveOut')) return preview(422, { leaveOut: untold })
  const origin = file ? { source: 'imported' as const, file } : { source: 'pasted' as const }
  try {
    const { added, corrected } = await carryOut(c.var.by, c.var.today, plan, origin)
    return seeOther(
      c,
      `/scorecard/import?new=${added}&corrected=${corrected}&there=${plan.unchanged}&left=${faultyRows(plan.faults)}`,
    )
  } catch (error) {
    if (!(error instanceof Stale) && !isUnique(error)) throw error
    return preview(409, { form: changed })
  }
})

const changed = 'This is not what you were shown: it is of something else now, or somebody wrote meanwhile. Look again.'
const untold = 'Please say that the rows with errors are to be left out, or correct the file and send it again.'

async function uploadOf(c: Ctx, values: Values): Promise<{ upload: Upload; file: string }> {
  const { file } = await c.req.parseBody()
  const isChosen = file instanceof File && file.size > 0
  const text = isChosen ? textIn(new Uint8Array(await file.arrayBuffer())) : tidied(one(values, 'text'))
  const units = Object.keys(values).flatMap((name) => {
    const unit = one(values, name).trim().slice(0, 40)
    return name.startsWith('unit-') && unit ? [[name.slice('unit-'.length), unit]] : []
  })
  const journey = one(values, 'journey').replaceAll(/\s+/g, ' ').trim()
  return {
    upload: { text, journey, units: Object.fromEntries(units) },
    file: (isChosen ? file.name : one(values, 'fileName')).slice(0, 200),
  }
}

function problemIn({ text, journey }: Upload): Record<string, string> | null {
  if (!text.trim()) return { file: 'Please choose a file, or paste its rows.' }
  if (Buffer.byteLength(text) > mostBytes) return { file: 'Please import at most 14 MB at once.' }
  if (journey && !/[a-z0-9]/i.test(journey))
    return { journey: 'Please give it a name with a letter from A to Z, or a digit.' }
  return journey.length > 60 ? { journey: 'Please keep this under 60 characters.' } : null
}

/** Tells the preview that was looked at from any other. */
const stateOf = ({ seen, metrics, faults, unchanged }: ImportPlan) =>
  createHash('sha256')
    .update(JSON.stringify([seen, unchanged, faults.length]))
    .update(JSON.stringify(metrics.map(({ metric, fresh, corrected }) => [metric.key, fresh.length, corrected])))
    .digest('base64url')
    .slice(0, 22)
