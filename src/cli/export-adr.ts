import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documents } from '../../db/decisions/document.ts'
import { writeRecord } from '../domain/adr/write.ts'

/** Whoever can read the database may export it: restricted decisions are among them, and say so. */
export async function exportAdr([folder]: string[]) {
  if (!folder) throw new Error('Please name the folder: fulcrum export adr DIR')
  mkdirSync(folder, { recursive: true })
  let count = 0
  for await (const document of documents(null)) {
    const { name, text } = writeRecord(document)
    writeFileSync(join(folder, name), text)
    count += 1
  }
  process.stdout.write(`${count} decisions written to ${folder}\n`)
}
