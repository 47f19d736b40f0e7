import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { connect, db, disconnect } from '../../db/client.ts'
import { found } from '../../db/founding.ts'
import { migrate } from '../../db/migrate.ts'
import { addPerson } from '../../db/people.ts'
import { sessions } from '../../db/schema/sign-in.ts'
import { hashOf } from '../../db/write.ts'
import { fillReadings } from './readings.ts'

/** S one year, M ten years, L a hundred thousand decisions; 3 000, 100 000 and 1 000 000 readings of sixty metrics. */
const sizes = {
  S: { decisions: 200, years: 1, readings: { periods: 50, versions: 1 } },
  M: { decisions: 10_000, years: 10, readings: { periods: 1667, versions: 1 } },
  L: { decisions: 100_000, years: 10, readings: { periods: 1667, versions: 10 } },
}
export type Size = keyof typeof sizes

/** Grows when the data or the schema change: older files are made anew. */
const version = 6
const day = 86_400_000

/** The token of the session that every request of the benchmark carries. */
export const token = 'a-token-for-the-benchmark-and-nothing-else'

/** A database file of a size, made once and kept. */
export async function databaseOf(size: Size): Promise<string> {
  const path = `data/bench/${size}-${version}.db`
  if (existsSync(path)) return path
  mkdirSync('data/bench', { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}.part${end}`, { force: true })
  await connect({ url: `file:${path}.part` })
  await migrate()
  await fill(sizes[size])
  await db.run(sql`pragma wal_checkpoint(truncate)`)
  disconnect()
  renameSync(`${path}.part`, path)
  return path
}

async function fill({ decisions, years, readings }: (typeof sizes)[Size]) {
  const at = new Date()
  const random = generator(20261120)
  const people = await addEverybody(at)
  await fillReadings({ person: people[0] ?? 1, at }, readings, random)
  const step = (years * 365 * day) / decisions
  for (let from = 0; from < decisions; from += 1000) {
    await db.transaction(async (tx) => {
      let previous =
        (await tx.all<{ hash: string }>(sql`select hash from events order by id desc limit 1`))[0]?.hash ?? ''
      for (let number = from + 1; number <= Math.min(decisions, from + 1000); number++) {
        const raised = new Date(at.getTime() - (decisions - number) * step)
        const one = decisionOf(number, raised, at, people, random, number % Math.ceil(decisions / years / 200) === 0)
        await tx.run(sql`insert into decisions (number, title, type, status, raised_by, raised_at, decider, decided_by, decided_at,
            forum, outcome, rationale, business, side, confidence, expected, revisit_on, delegable, by_cpto, process_score, changed_at)
          values (${number}, ${one.title}, ${one.type}, ${one.status}, ${one.raisedBy}, ${raised.toISOString()}, ${one.decider},
            ${one.decidedAt && one.decider}, ${one.decidedAt}, ${one.decidedAt && 'tradeoff'}, ${one.outcome}, ${one.rationale}, ${one.business},
            ${one.side}, ${one.confidence}, ${one.expected}, ${one.revisitOn}, ${one.type > 5 ? 1 : 0}, ${one.decider === 1 ? 1 : 0},
            ${one.decidedAt && 4}, ${one.decidedAt ?? raised.toISOString()})`)
        await tx.run(
          sql`insert into decision_search (rowid, title, body) values (${number}, ${one.title}, ${`${one.outcome}\n${one.rationale}\n${one.business}\n${one.expected}`})`,
        )
        await tx.run(sql`insert into decision_constraints values (${number}, 'cost')`)
        await tx.run(sql`insert into decision_tags values (${number}, ${one.tag})`)
        await tx.run(
          sql`insert into decision_counsel values (${number}, 'consulted', ${people[number % people.length]}, 0)`,
        )
        if (one.reviewed) {
          await tx.run(sql`insert into outcome_reviews (decision, came, learned, due_on, by, at)
            values (${number}, ${one.reviewed.came}, 'Noted', ${one.reviewed.on}, 1, ${`${one.reviewed.on}T10:00:00.000Z`})`)
        }
        for (const kind of one.decidedAt ? ['decision.logged', 'decision.decided'] : ['decision.logged']) {
          const row = {
            at: kind === 'decision.logged' ? raised.toISOString() : (one.decidedAt ?? ''),
            person: one.raisedBy,
            kind,
            record: 'decision',
            recordId: number,
            before: null,
            after: JSON.stringify({ title: one.title, status: one.status }),
            previous,
          }
          previous = hashOf(row)
          await tx.run(sql`insert into events (at, person, kind, record, record_id, after, previous, hash)
            values (${row.at}, ${row.person}, ${kind}, 'decision', ${number}, ${row.after}, ${row.previous}, ${previous})`)
        }
      }
    })
  }
  await db.run(sql`insert into decision_search(decision_search) values ('optimize')`)
  await db.run(sql`analyze`)
}

async function addEverybody(at: Date): Promise<number[]> {
  const organisation = { name: 'Halyard', timeZone: 'Europe/Lisbon', stage: 'enterprise' as const, currency: 'EUR' }
  const founding = {
    name: 'Maren Lindqvist',
    email: 'bench@halyard.test',
    password: 'a quiet harbour at dawn',
    executiveRole: 'cpto' as const,
  }
  const { person } = await found({ ...founding, organisation }, { at, visitor: { address: '', browser: '' } })
  const ids = [person]
  for (let number = 1; number < 30; number++) {
    const name = `${names[number % names.length]} ${surnames[(number * 7) % surnames.length]}`
    ids.push(
      await addPerson(
        { person, at },
        { name, email: null, title: '', executiveRole: number === 1 ? 'vp_engineering' : null },
      ),
    )
  }
  const far = new Date(at.getTime() + 3650 * day).toISOString()
  const fingerprint = createHash('sha256').update(token).digest('hex')
  const now = at.toISOString()
  await db
    .insert(sessions)
    .values({ token: fingerprint, person, startedAt: now, seenAt: far, expiresAt: far, address: '', browser: '' })
  return ids
}

const names = ['Ada', 'Bo', 'Chidi', 'Dana', 'Emre', 'Freya', 'Goran', 'Hana', 'Ivo', 'Jun']
const surnames = ['Berg', 'Costa', 'Dvorak', 'Eriksen', 'Farah', 'Gomez', 'Haddad', 'Ito', 'Jansen']

/**
 * Only what was raised in the last weeks is open; the rest was decided within three weeks. `mayWait` keeps what is open
 * or due as few in a busy year as in a quiet one: a team answers so many, and growth compares equal pages.
 */
function decisionOf(number: number, raised: Date, now: Date, people: number[], random: () => number, mayWait: boolean) {
  const age = (now.getTime() - raised.getTime()) / day
  const open = mayWait && age < 30 && random() < 0.3
  const decidedAt = open
    ? null
    : new Date(Math.min(now.getTime(), raised.getTime() + random() * 21 * day)).toISOString()
  const revisit = new Date(raised.getTime() + 120 * day).toISOString().slice(0, 10)
  const isDue = revisit <= now.toISOString().slice(0, 10)
  const reviewed =
    decidedAt && isDue && random() < 0.6 ? { on: revisit, came: (['yes', 'no', 'unknown'] as const)[number % 3] } : null
  return {
    title: sentence(random, 8),
    type: 1 + Math.floor(random() * 8),
    status: open ? 'proposed' : 'decided',
    raisedBy: people[Math.floor(random() * people.length)] ?? 1,
    decider: random() < 0.3 ? 1 : (people[Math.floor(random() * people.length)] ?? 1),
    decidedAt,
    outcome: sentence(random, 12),
    rationale: `${sentence(random, 30)}. ${sentence(random, 20)}.`,
    business: number % 3 === 0 ? sentence(random, 8) : '',
    side: ['product', 'technology', 'both'][number % 3],
    confidence: 50 + Math.floor(random() * 50),
    expected: sentence(random, 7),
    // Long forgotten ones were reviewed or have no day: a log with thousands overdue is nobody's.
    revisitOn: reviewed || !mayWait || (isDue && age > 160) ? null : revisit,
    tag: `tag${Math.floor(random() ** 2 * 40)}`,
    reviewed,
  }
}

/** Words as people use them: a few everywhere, most of them rare. */
function sentence(random: () => number, length: number) {
  return Array.from({ length }, () => {
    const rank = Math.floor(random() ** 3 * 4000)
    return words[rank] ?? `${syllables[rank % 12]}${syllables[(rank * 7) % 11]}${syllables[(rank * 5) % 9]}${rank % 7}`
  }).join(' ')
}

const words = [
  'the',
  'berth',
  'port',
  'of',
  'we',
  'move',
  'to',
  'release',
  'cost',
  'stream',
  'and',
  'customs',
  'team',
  'for',
  'quay',
  'invoice',
  'in',
  'pilot',
]
const syllables = ['ka', 'lo', 'mi', 'ren', 'to', 'sa', 'vel', 'do', 'ni', 'par', 'qui', 'zo']

/** The same numbers each time. Mulberry32. */
function generator(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
