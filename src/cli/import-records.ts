import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { findOrganisation } from '../../db/organisation.ts'
import { deployments } from '../../db/records/deployments.ts'
import { findings } from '../../db/records/findings.ts'
import { incidents } from '../../db/records/incidents.ts'
import type { Store } from '../../db/records/store.ts'
import { plainWindow } from '../domain/scorecard/records/patch-windows.ts'
import { type Read, readDeployments, readFindings, readIncidents } from '../domain/scorecard/records/read-records.ts'
import { localDate } from '../domain/time/zone.ts'

export const importFindings = (args: string[]) => {
  const plain = args.includes('--by-severity')
  const read = (text: string) => readFindings(text, plain ? ({ severity }) => plainWindow(severity) : undefined)
  return importFile(findings, read, 'findings', args)
}

export const importIncidents = (args: string[]) => importFile(incidents, readIncidents, 'incidents', args)

export const importDeployments = (args: string[]) => importFile(deployments, readDeployments, 'deployments', args)

/** All of the file or nothing of it: a figure from a part would be wrong. */
async function importFile<One extends { key: string }>(
  store: Store<One>,
  read: (text: string) => Read<One>,
  name: string,
  args: string[],
) {
  const file = args.find((arg) => !arg.startsWith('--'))
  if (!file) throw new Error(`Please name the file: fulcrum import ${name} FILE`)
  const organisation = await findOrganisation()
  if (!organisation) throw new Error('Please start Fulcrum and set it up first: npm start')
  const { records, errors } = read(textOf(file))
  for (const { row, message } of errors) process.stderr.write(`row ${row}: ${message}\n`)
  if (errors.length > 0) throw new Error('Nothing was imported: please mend these rows first.')
  if (records.length === 0) throw new Error(`There is no row in ${file}.`)
  const at = new Date()
  const calendar = { today: localDate(at, organisation.timeZone), timeZone: organisation.timeZone }
  const { added, corrected, unchanged } = await store.land({ person: null, at }, calendar, basename(file), records)
  process.stdout.write(`${added} added, ${corrected} corrected, ${unchanged} already there\n`)
}

function textOf(file: string) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file))
  } catch (error) {
    if (error instanceof TypeError) throw new Error(`${file} is not a text in UTF-8.`)
    throw error
  }
}
