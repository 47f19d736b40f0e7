import { Hono } from 'hono'
import { type ImportFile, importRecords } from '../../../db/decisions/import.ts'
import { findImport, finishImport, noteProgress, startImport } from '../../../db/imports.ts'
import { decisionTypes, findType } from '../../../db/rights.ts'
import { ImportForm, ImportPage } from '../../../views/decisions/import.tsx'
import { type Typed, untouched } from '../../../views/parts/form.tsx'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { page } from '../../http/page.tsx'
import { notFound } from '../../http/problem.ts'
import { seeOther } from '../../http/redirect.ts'

/** Decision records from files, many at a time; it goes on when the page is left. */
export const imports = new Hono<Env>()

const mostFiles = 2000

const show = async (c: Ctx, typed: Typed) =>
  page(c, { title: 'Import decision records' }, <ImportForm typed={typed} types={await decisionTypes()} />)

imports.get('/import', (c) => show(c, untouched))

imports.post('/import', async (c) => {
  const body = await c.req.parseBody({ all: true })
  const chosen = [body.files ?? []].flat().filter((file) => file instanceof File && file.name !== '') as File[]
  const collection = String([body.collection ?? ''].flat()[0])
    .trim()
    .slice(0, 100)
  const type = String([body.type ?? ''].flat()[0])
  const refuse = (sentence: string) => {
    c.status(422)
    return show(c, { values: { collection, type }, errors: { files: sentence } })
  }
  const markdown = chosen.filter(({ name }) => /\.(md|markdown)$/i.test(name))
  if (chosen.length === 0) return refuse('Please choose the files first.')
  if (markdown.length === 0) return refuse('None of these is a Markdown file (.md).')
  if (markdown.length > mostFiles) return refuse(`Please import at most ${mostFiles} files at once.`)
  const files = await Promise.all(markdown.map(async (file) => ({ name: file.name, text: await file.text() })))
  const id = await begin(c, files, { collection: collection || 'browser', type: (await findType(type))?.id ?? null })
  return seeOther(c, `/decisions/imports/${id}`)
})

/** Not waited for: the page of the import tells how far it is. */
async function begin(c: Ctx, files: ImportFile[], into: { collection: string; type: number | null }) {
  const by = { person: signedIn(c).id, at: c.var.now }
  const id = await startImport(by, files.length)
  importRecords(by, { ...into, files }, (done) => void noteProgress(id, done))
    .then((results) => finishImport(id, new Date(), { results }))
    .catch(async (error) => {
      c.var.log.error({ err: error, import: id })
      await finishImport(id, new Date(), { failure: 'error' })
    })
  return id
}

imports.get('/imports/:id', async (c) => {
  const found = await findImport(Number(c.req.param('id')) || 0, signedIn(c).id)
  if (!found) throw notFound('import')
  return page(c, { title: 'Import' }, <ImportPage found={found} />)
})
