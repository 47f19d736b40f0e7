import { Hono } from 'hono'
import { type BucketChange, listBuckets, saveBuckets } from '../../../db/capacity/buckets.ts'
import { BucketsPage } from '../../../views/capacity/buckets.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import type { Ctx, Env } from '../../http/context.ts'
import { type Errors, one, type Values, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'

export const buckets = new Hono<Env>()

const show = async (c: Ctx, typed: Typed) =>
  page(c, { title: 'Buckets and floors' }, <BucketsPage buckets={await listBuckets()} typed={typed} />)

buckets.get('/buckets', (c) => show(c, untouched))

buckets.post('/buckets', async (c) => {
  const values = await valuesOf(c)
  const known = new Set((await listBuckets()).map(({ key }) => key))
  const { changes, errors } = changesIn(values, known)
  if (Object.keys(errors).length > 0) {
    c.status(422)
    return show(c, { values, errors })
  }
  await saveBuckets(c.var.by, changes)
  return seeOther(c, '/capacity/buckets')
})

/** No organisation splits its weeks finer. */
const most = 12

function changesIn(values: Values, known: ReadonlySet<string>) {
  const errors: Errors = {}
  const changes: BucketChange[] = []
  for (let at = 0; at <= most; at += 1) {
    const key = one(values, `key-${at}`)
    const name = one(values, `name-${at}`).replaceAll(/\s+/g, ' ').trim()
    if (!known.has(key) && name === '') continue
    const floor = one(values, `floor-${at}`).replace('%', '').trim()
    const retired = one(values, `retire-${at}`) === '1'
    if (name === '' || name.length > 60) errors[`name-${at}`] = 'Please give the bucket a name of up to 60 characters.'
    if (changes.some((other) => other.name.toLowerCase() === name.toLowerCase()))
      errors[`name-${at}`] = `Two buckets are called ${name}.`
    if (floor !== '' && !(/^\d{1,3}$/.test(floor) && Number(floor) <= 100))
      errors[`floor-${at}`] = `${name}: a floor is a whole percentage from 0 to 100, or nothing.`
    const side = one(values, `side-${at}`) === 'product' ? ('product' as const) : ('technology' as const)
    changes.push({ key: known.has(key) ? key : null, name, floor: floor === '' ? null : Number(floor), side, retired })
  }
  const open = changes.filter(({ retired }) => !retired)
  if (open.length === 0) errors.form = 'At least one bucket must stay.'
  const floors = open.reduce((sum, { floor }) => sum + (floor ?? 0), 0)
  if (floors > 100) errors.form = `The floors add up to ${floors} %: no plan could hold them all.`
  return { changes, errors }
}
