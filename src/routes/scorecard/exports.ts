import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { exportedReadings } from '../../../db/scorecard/document.ts'
import { cellsOf, readingColumns } from '../../domain/scorecard/readings/columns.ts'
import type { Env } from '../../http/context.ts'
import { csvHead, csvRows } from '../../http/csv.ts'

/** All readings that hold, to take along; the import takes them back. */
export const scorecardExports = new Hono<Env>()

scorecardExports.get('/scorecard.csv', (c) => {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="scorecard.csv"')
  return stream(c, async (out) => {
    await out.write(csvHead(readingColumns))
    for await (const some of exportedReadings()) await out.write(csvRows(some.map(cellsOf)))
  })
})
