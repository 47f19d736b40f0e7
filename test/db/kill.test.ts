import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { verifyHistory } from '../../db/chain.ts'
import { connect, disconnect } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { rows } from '../../db/rows.ts'
import { temporaryFolder } from '../support/database.ts'
import { foundedBy } from '../support/founded.ts'

const rounds = 20

it('no acknowledged decision is lost when the process is killed while it writes', { timeout: 240_000 }, async () => {
  const folder = temporaryFolder()
  const url = `file:${folder}/fulcrum.db`
  await connect({ url })
  await migrate()
  await foundedBy()
  disconnect()

  const acknowledged: number[] = []
  for (let round = 0; round < rounds; round++) {
    acknowledged.push(...(await writeAndKill(url)))
    await connect({ url })
    const kept = new Set(
      (await rows<{ number: number }>(sql`select number from decisions`)).map(({ number }) => number),
    )
    const searchable = await rows<{ n: number }>(
      sql`select count(*) as n from decision_search where decision_search match 'written'`,
    )
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
    expect(searchable[0]?.n).toBe(kept.size)
    expect(await rows(sql`pragma integrity_check`)).toEqual([{ integrity_check: 'ok' }])
    expect((await verifyHistory()).brokenAt).toBeNull()
    disconnect()
  }
  expect(acknowledged.length).toBeGreaterThan(rounds)
  rmSync(folder, { recursive: true })
})

/** The numbers acknowledged by a writer that is killed soon after its first. */
function writeAndKill(url: string) {
  return new Promise<number[]>((resolve, reject) => {
    const writer = spawn(process.execPath, ['--import', 'tsx', 'test/support/endless-writer.ts', url])
    let said = ''
    let failure = ''
    writer.stderr.on('data', (data) => {
      failure += data
    })
    writer.stdout.on('data', (data) => {
      if (said === '') setTimeout(() => writer.kill('SIGKILL'), 20 + Math.random() * 150)
      said += data
    })
    writer.on('close', () => {
      if (said === '') return reject(new Error(failure))
      // The last line may be cut off in the middle of a number.
      resolve(said.slice(0, said.lastIndexOf('\n')).split('\n').map(Number))
    })
  })
}
