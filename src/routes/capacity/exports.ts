import { Hono } from 'hono'
import { exportedActuals } from '../../../db/capacity/actuals.ts'
import { actualColumns } from '../../domain/capacity/read-actuals.ts'
import type { Env } from '../../http/context.ts'
import { csv } from '../../http/csv.ts'

/** All actuals, to take along; the import takes them back. */
export const capacityExports = new Hono<Env>()

capacityExports.get('/capacity.csv', async (c) => {
  c.header('Content-Type', 'text/csv; charset=utf-8')
  c.header('Content-Disposition', 'attachment; filename="capacity.csv"')
  const actuals = await exportedActuals()
  return c.body(
    csv(
      actualColumns,
      actuals.map(({ team, week, bucket, personWeeks, cause }) => [team, week, bucket, personWeeks, cause]),
    ),
  )
})
