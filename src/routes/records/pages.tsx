import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import { isUnique } from '../../../db/errors.ts'
import type { Stored } from '../../../db/records/shapes.ts'
import type { Store } from '../../../db/records/store.ts'
import { Stale } from '../../../db/stale.ts'
import { Conflict } from '../../../views/parts/conflict.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import type { FormProps } from '../../../views/records/form.tsx'
import type { ListProps } from '../../../views/records/list.tsx'
import type { Ctx, Env } from '../../http/context.ts'
import { type Errors, form, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'
import { calendarOf, listed, placeOf } from './listed.ts'

type Pages<One extends { key: string }, Fields extends { seen: string }> = {
  /** `/findings` */
  path: string
  table: 'findings' | 'incidents' | 'deployments'
  one: string
  several: string
  store: Store<One>
  fields: z.ZodType<Fields>
  /** What was typed as a record; `before` is what it corrects. */
  build: (typed: Fields, timeZone: string, before: One | undefined) => One
  /** What only shows when it is put together. */
  mistakes: (record: One) => Errors
  list: (c: Ctx, rows: Stored<One>[], list: ListProps) => Child | Promise<Child>
  form: (props: FormProps<One>) => Child
  /** For somebody who wrote at the same time as somebody else. */
  told: (record: One, timeZone: string) => Record<string, string>
}

/** The list of one kind of record, and its two forms. */
export function recordPages<One extends { key: string }, Fields extends { seen: string }>(of: Pages<One, Fields>) {
  const pages = new Hono<Env>()
  const title = of.several.charAt(0).toUpperCase() + of.several.slice(1)

  pages.get('/', async (c) => {
    const { rows, list } = await listed(c, of)
    return page(c, { title }, await of.list(c, rows, list))
  })

  const showNew = (c: Ctx, typed: Typed) =>
    page(c, { title: `Add: ${of.one}` }, of.form({ typed, place: placeOf(c), action: `${of.path}/new` }))

  pages.get('/new', (c) => showNew(c, untouched))

  pages.post('/new', form(of.fields, showNew), async (c) => {
    const record = of.build(c.req.valid('form') as Fields, placeOf(c).timeZone, undefined)
    const mistakes = of.mistakes(record)
    if (Object.keys(mistakes).length > 0) return refused(c, mistakes, showNew)
    try {
      await of.store.add(c.var.by, calendarOf(c), record)
    } catch (error) {
      if (!isUnique(error)) throw error
      return refused(c, keyTaken, showNew)
    }
    return seeOther(c, of.path)
  })

  const keyTaken = { key: `There is a ${of.one} of this key already: correct that one instead.` }

  async function found(c: Ctx): Promise<Stored<One>> {
    const record = await of.store.find(Number(c.req.param('id')) || 0)
    if (!record) throw notFound(of.one)
    return record
  }

  async function showEdit(c: Ctx, typed: Typed, mine?: One) {
    const record = await found(c)
    return page(
      c,
      { title: `Correct ${record.key}` },
      <>
        {mine && <Conflict fields={bothOf(record, mine, placeOf(c).timeZone)} />}
        {of.form({ typed, record, place: placeOf(c), action: c.req.path })}
      </>,
    )
  }

  function bothOf(record: One, mine: One, timeZone: string) {
    const typed = of.told(mine, timeZone)
    return Object.entries(of.told(record, timeZone)).map(([label, theirs]) => ({
      ...{ label, theirs, mine: typed[label] ?? '' },
    }))
  }

  pages.get('/:id/edit', (c) => showEdit(c, untouched))

  pages.post(
    '/:id/edit',
    form(of.fields, (c, typed) => showEdit(c, typed)),
    async (c) => {
      const typed = c.req.valid('form') as Fields
      const before = await found(c)
      const record = of.build(typed, placeOf(c).timeZone, before)
      const mistakes = of.mistakes(record)
      if (Object.keys(mistakes).length > 0) return refused(c, mistakes, showEdit)
      try {
        await of.store.change(c.var.by, calendarOf(c), before.id, typed.seen, record)
      } catch (error) {
        if (isUnique(error)) return refused(c, keyTaken, showEdit)
        if (!(error instanceof Stale)) throw error
        c.status(409)
        return showEdit(c, { values: await valuesOf(c), errors: {} }, record)
      }
      return seeOther(c, of.path)
    },
  )

  return pages
}

async function refused(c: Ctx, errors: Errors, show: (c: Ctx, typed: Typed) => Response | Promise<Response>) {
  c.status(422)
  return show(c, { values: await valuesOf(c), errors })
}
