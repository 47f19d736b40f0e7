import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { findOrganisation } from '../../db/organisation.ts'
import { addedBy, carryOut, planImport } from '../../db/scorecard/import.ts'
import { comesInAs, faultSentence, faultyRows, landedSentence } from '../../views/scorecard/import-words.ts'
import { capitalised, counted } from '../../views/words.ts'
import { textIn } from '../domain/scorecard/readings/text.ts'
import { localDate } from '../domain/time/zone.ts'

const print = (line: string) => process.stdout.write(`${line}\n`)

/** Rows that cannot come in stop the whole import, unless they are to be left out. */
export async function importReadings(args: string[]) {
  const { file, journey, units, leaveOut } = read(args)
  const organisation = await findOrganisation()
  if (!organisation) throw new Error('Please start Fulcrum and set it up first: npm start')
  const at = new Date()
  const today = localDate(at, organisation.timeZone)
  const plan = await planImport({ text: textIn(readFileSync(file)), journey, units }, today)
  const { faults, fresh, corrected } = plan
  if (plan.dates.ambiguous) print(`The dates were read as ${plan.dates.format}.`)
  for (const fault of faults) print(`row ${fault.row}: ${faultSentence(fault)}`)
  const out = counted(faultyRows(faults), 'row')
  if (faults.length > 0 && !leaveOut) {
    print(`Nothing came in, because ${out} cannot. With --leave-out-errors the others do.`)
    process.exitCode = 1
    return
  }
  if (fresh + corrected > 0) {
    const { tripped } = await carryOut({ person: null, at }, today, plan, { source: 'imported', file: basename(file) })
    for (const metric of addedBy(plan))
      print(`added ${metric.key}: ${metric.name} (${comesInAs(metric, organisation.currency)})`)
    for (const number of tripped) print(`D-${number} is up for revisit: its tripwire was crossed`)
  }
  print(landedSentence(plan))
  if (faults.length > 0) print(`${capitalised(out)} left out.`)
}

const usage = 'fulcrum import readings FILE [--for NAME] [--unit METRIC=UNIT] [--leave-out-errors]'

function read(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      for: { type: 'string', default: '' },
      unit: { type: 'string', multiple: true, default: [] },
      'leave-out-errors': { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  const units = values.unit.map((one) => one.split('='))
  if (!file || units.some((pair) => pair.length !== 2)) throw new Error(`Please write: ${usage}`)
  const journey = values.for.trim()
  if (journey && !/[a-z0-9]/i.test(journey)) throw new Error('The name after --for needs a letter or a digit.')
  return { file, journey, units: Object.fromEntries(units), leaveOut: values['leave-out-errors'] }
}
