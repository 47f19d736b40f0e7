import { readFileSync } from 'node:fs'
import { enterActuals, everyTeam } from '../../db/capacity/actuals.ts'
import { everyBucket } from '../../db/capacity/buckets.ts'
import { findOrganisation } from '../../db/organisation.ts'
import { readActuals } from '../domain/capacity/read-actuals.ts'
import { textIn } from '../domain/scorecard/readings/text.ts'

/** All of the file or nothing of it: a share taken from a part would be wrong. */
export async function importActuals(args: string[]) {
  const file = args.find((arg) => !arg.startsWith('--'))
  if (!file) throw new Error('Please name the file: fulcrum import actuals FILE')
  if (!(await findOrganisation())) throw new Error('Please start Fulcrum and set it up first: npm start')
  const known = { teams: await everyTeam(), buckets: await everyBucket() }
  const { actuals, faults } = readActuals(textIn(readFileSync(file)), known)
  for (const { row, message } of faults) process.stderr.write(`row ${row}: ${message}\n`)
  if (faults.length > 0) throw new Error('Nothing was imported: please mend these rows first.')
  const { added, corrected, unchanged } = await enterActuals({ person: null, at: new Date() }, actuals)
  process.stdout.write(`${added} added, ${corrected} corrected, ${unchanged} already there\n`)
}
