import { sql } from 'drizzle-orm'
import { rows } from '../rows.ts'
import { visibleTo } from './visibility.ts'

/** Proposed decisions of a type that wait on the CPTO though they need not. */
export const waitingOnCpto = (type: number, reader: number): Promise<{ number: number; version: number }[]> =>
  rows(sql`select d.number, d.version from decisions d
    where d.status = 'proposed' and d.type = ${type} and d.delegable = 1 and d.by_cpto = 1 and ${visibleTo(reader)}`)
