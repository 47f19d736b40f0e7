import { sql } from 'drizzle-orm'
import { verifyHistory } from '../../db/chain.ts'
import { rows } from '../../db/rows.ts'

export async function doctor() {
  const integrity = await rows<{ integrity_check: string }>(sql`pragma integrity_check`)
  const words = integrity.map((row) => Object.values(row)[0]).join('; ')
  const foreign = await rows(sql`pragma foreign_key_check`)
  const history = await verifyHistory()
  process.stdout.write(`database: ${words}\n`)
  process.stdout.write(`references: ${foreign.length === 0 ? 'ok' : `${foreign.length} lead nowhere`}\n`)
  process.stdout.write(
    `history: ${history.brokenAt === null ? `${history.rows} rows, each follows from the one before` : `broken at row ${history.brokenAt}`}\n`,
  )
  if (words !== 'ok' || foreign.length > 0 || history.brokenAt !== null) process.exitCode = 1
}
