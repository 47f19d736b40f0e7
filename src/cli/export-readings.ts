import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { exportedReadings } from '../../db/scorecard/document.ts'
import { cellsOf, readingColumns } from '../domain/scorecard/readings/columns.ts'
import { csvHead, csvRows } from '../http/csv.ts'

export async function exportReadings([file]: string[]) {
  if (!file) throw new Error('Please name the file: fulcrum export readings FILE')
  let count = 0
  async function* text() {
    yield csvHead(readingColumns)
    for await (const some of exportedReadings()) {
      count += some.length
      yield csvRows(some.map(cellsOf))
    }
  }
  await pipeline(text, createWriteStream(file))
  process.stdout.write(`${count} readings written to ${file}\n`)
}
