import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { verifyHistory } from '../../db/chain.ts'
import { db } from '../../db/client.ts'
import { logDecision } from '../../db/decisions/log.ts'
import { addPerson } from '../../db/people.ts'
import { first, rows } from '../../db/rows.ts'
import { write } from '../../db/write.ts'
import { freshDatabase } from '../support/database.ts'
import { plainDecision } from '../support/decision.ts'
import { foundedBy } from '../support/founded.ts'

let close: () => Promise<void>
let by: Awaited<ReturnType<typeof foundedBy>>
beforeEach(async () => {
  close = await freshDatabase()
  by = await foundedBy()
})
afterEach(() => close())

const count = async (table: string) => (await first<{ n: number }>(sql`select count(*) as n from ${sql.raw(table)}`))?.n

// Again when the machine itself was busy elsewhere: a lock held by mistake stops the loop for seconds, each time.
it('fifty writes queue behind one held open: none is refused, and the event loop never stops', {
  retry: 2,
}, async () => {
  const gaps = monitorEventLoopDelay({ resolution: 5 })
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const holding = write(by, async (_tx, note) => {
    await held
    await note({ kind: 'test.held', record: 'organisation', recordId: 1 })
  })
  gaps.enable()
  const waiting = Array.from({ length: 50 }, (_, at) => logDecision(by, plainDecision(`Number ${at}`, by.person)))
  await new Promise((resolve) => setTimeout(resolve, 300))
  // Reads pass while a write is open.
  expect(await count('decisions')).toBe(0)
  release()
  await holding
  const numbers = await Promise.all(waiting)
  gaps.disable()
  expect(new Set(numbers).size).toBe(50)
  // In the order they were asked for.
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(gaps.max / 1e6).toBeLessThan(50)
})

it('a write that says nothing to the history is refused, whole', async () => {
  const silent = write(by, async (tx) => {
    await tx.run(sql`insert into teams (name, kind) values ('Berth', 'platform')`)
  })
  await expect(silent).rejects.toThrow('must say in the history')
  expect(await count('teams')).toBe(0)
})

it('a write that fails at any of its statements leaves nothing behind', async () => {
  const input = plainDecision('All or nothing', by.person, {
    constraints: ['cost'],
    notDoing: ['That'],
    tags: ['one'],
    consulted: [by.person],
    restrictedTo: [by.person],
    decided: { by: by.person, at: by.at.toISOString(), forum: 'tradeoff' },
  })
  const tables = ['decisions', 'decision_tags', 'decision_not_doing', 'decision_search', 'decision_readers', 'events']
  const before = await Promise.all(tables.map(count))
  const broken = [
    'decision_constraints',
    'decision_not_doing',
    'decision_counsel',
    'decision_tags',
    'decision_readers',
    'events',
  ]
  for (const table of broken) {
    await db.run(
      sql.raw(`create trigger broken before insert on ${table} begin select raise(abort, 'disk on fire'); end`),
    )
    await expect(logDecision(by, input), table).rejects.toThrow()
    await db.run(sql`drop trigger broken`)
    expect(await Promise.all(tables.map(count)), table).toEqual(before)
  }
  expect(await logDecision(by, input)).toBeGreaterThan(0)
})

it('a write inside a write is an error at once, not a wait for itself', async () => {
  const nested = write(by, async () => {
    await addPerson(by, { name: 'Nested', email: null, title: '', executiveRole: null })
  })
  await expect(nested).rejects.toThrow('A write inside a write must use its transaction')
  expect(await addPerson(by, { name: 'After', email: null, title: '', executiveRole: null })).toBeGreaterThan(0)
})

it('the history cannot be changed or shortened, and says where it was broken', async () => {
  for (let at = 0; at < 5; at++) await logDecision(by, plainDecision(`Number ${at}`, by.person))
  expect((await verifyHistory()).brokenAt).toBeNull()
  await expect(db.run(sql`update events set kind = 'x' where id = 4`)).rejects.toThrow()
  await expect(db.run(sql`delete from events where id = 4`)).rejects.toThrow()
  await db.run(sql`drop trigger events_are_not_changed`)
  await db.run(sql`update events set after = '{"title":"Forged"}' where id = 4`)
  expect((await verifyHistory()).brokenAt).toBe(4)
})

it('a row taken out of the history is noticed', async () => {
  for (let at = 0; at < 5; at++) await logDecision(by, plainDecision(`Number ${at}`, by.person))
  await db.run(sql`drop trigger events_are_not_deleted`)
  await db.run(sql`delete from events where id = 4`)
  expect((await verifyHistory()).brokenAt).toBe(5)
})

it('rows cut off at the end of the history are noticed', async () => {
  for (let at = 0; at < 5; at++) await logDecision(by, plainDecision(`Number ${at}`, by.person))
  const { rows } = await verifyHistory()
  await db.run(sql`drop trigger events_are_not_deleted`)
  await db.run(sql`delete from events where id > ${rows - 2}`)
  expect((await verifyHistory()).brokenAt).toBe(rows - 1)
})

it('several happenings noted at once still follow from each other', async () => {
  await write(by, async (_tx, note) => {
    await Promise.all([1, 2, 3].map((recordId) => note({ kind: 'test.noted', record: 'organisation', recordId })))
  })
  expect((await verifyHistory()).brokenAt).toBeNull()
})

it('the database itself refuses a status, a confidence or a date that cannot be', async () => {
  const number = await logDecision(by, plainDecision('Checked', by.person))
  for (const set of [
    "status = 'done'",
    'confidence = 101',
    "revisit_on = 'soon'",
    "raised_at = '2026-11-02'",
    "title = ''",
  ]) {
    await expect(db.run(sql.raw(`update decisions set ${set} where number = ${number}`)), set).rejects.toThrow()
  }
  await expect(db.run(sql`insert into decision_tags values (999, 'x')`)).rejects.toThrow()
})

it('every connection of the pool is set up the same', async () => {
  // Transactions hold connections, so reads beside them use others.
  const seen = await Promise.all(
    Array.from({ length: 6 }, () =>
      rows<{ foreign_keys: number }>(sql`pragma foreign_keys`).then(([row]) => row?.foreign_keys),
    ),
  )
  expect(seen).toEqual([1, 1, 1, 1, 1, 1])
  await write(by, async (tx, note) => {
    expect(await tx.all(sql`pragma synchronous`)).toEqual([{ synchronous: 2 }])
    expect(await db.all(sql`pragma synchronous`)).toEqual([{ synchronous: 2 }])
    await note({ kind: 'test.pragma', record: 'organisation', recordId: 1 })
  })
  expect(await db.all(sql`pragma journal_mode`)).toEqual([{ journal_mode: 'wal' }])
})
