import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { importRecords } from '../../db/decisions/import.ts'
import { findOrganisation } from '../../db/organisation.ts'
import { findType } from '../../db/rights.ts'
import { sentenceOf } from '../../views/decisions/import.tsx'

/** The folder's name tells its records apart from those of another folder. */
export async function importAdr(args: string[]) {
  const { folder, type } = read(args)
  if (!(await findOrganisation())) throw new Error('Please start Fulcrum and set it up first: npm start')
  const key = type ?? 'technical'
  const found = await findType(key)
  if (!found) throw new Error(`There is no decision type ${key}.`)
  const names = readdirSync(folder)
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .sort()
  const files = names.map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  const results = await importRecords(
    { person: null, at: new Date() },
    { collection: basename(resolve(folder)), type: found.id, files },
    (done) => process.stderr.isTTY && process.stderr.write(`\r${done} of ${files.length}`),
  )
  for (const result of results) process.stdout.write(`${sentenceOf(result)}\n`)
  const count = (outcome: string) =>
    results.filter((result) => 'outcome' in result && result.outcome === outcome).length
  const reported = results.filter((result) => 'reason' in result).length
  process.stdout.write(
    `${count('added')} added, ${count('unchanged')} already there, ${count('differs')} different, ${reported} not understood\n`,
  )
}

function read(args: string[]) {
  const at = args.indexOf('--type')
  const type = at < 0 ? undefined : args[at + 1]
  const [folder] = at < 0 ? args : args.toSpliced(at, 2)
  if (!folder) throw new Error('Please name the folder: fulcrum import adr DIR')
  return { folder, type }
}
