import { zipSync } from 'fflate'
import { Hono } from 'hono'
import { stream } from 'hono/streaming'
import { documents } from '../../../db/decisions/document.ts'
import { writeRecord } from '../../domain/adr/write.ts'
import type { DecisionDocument } from '../../domain/decisions/document.ts'
import { type Ctx, type Env, signedIn } from '../../http/context.ts'
import { csv } from '../../http/csv.ts'

/** The whole log, as far as the reader may see it, to take along. */
export const exports = new Hono<Env>()

exports.get('/decisions.json', (c) => {
  download(c, 'application/json; charset=utf-8', 'decisions.json')
  return stream(c, async (out) => {
    let separator = '[\n'
    for await (const document of documents(signedIn(c).id)) {
      await out.write(separator + JSON.stringify(document))
      separator = ',\n'
    }
    await out.write(separator === '[\n' ? '[]\n' : '\n]\n')
  })
})

exports.get('/decisions.csv', async (c) => {
  download(c, 'text/csv; charset=utf-8', 'decisions.csv')
  const rows = []
  for await (const document of documents(signedIn(c).id))
    rows.push(Object.values(columns).map((cell) => cell(document)))
  return c.body(csv(Object.keys(columns), rows))
})

/** One Markdown file for each decision, as `fulcrum export adr` writes them. */
exports.get('/decisions.zip', async (c) => {
  download(c, 'application/zip', 'decisions.zip')
  const files: Record<string, Uint8Array> = {}
  for await (const document of documents(signedIn(c).id)) {
    const { name, text } = writeRecord(document)
    files[name] = new TextEncoder().encode(text)
  }
  return c.body(new Uint8Array(zipSync(files, { mtime: c.var.now })))
})

function download(c: Ctx, type: string, name: string) {
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="${name}"`)
}

const columns: Record<string, (document: DecisionDocument) => string | number | boolean | null> = {
  number: ({ number }) => `D-${number}`,
  title: ({ title }) => title,
  type: ({ type }) => type,
  status: ({ status }) => status,
  raised_by: ({ raisedBy }) => raisedBy,
  raised_at: ({ raisedAt }) => raisedAt,
  decider: ({ decider }) => decider,
  decided_at: ({ decidedAt }) => decidedAt,
  forum: ({ forum }) => forum,
  side: ({ side }) => side,
  door: ({ door }) => door,
  outcome: ({ outcome }) => outcome,
  constraints: ({ constraints }) => constraints.join(', '),
  constraint_note: ({ constraintNote }) => constraintNote,
  smallest_bet: ({ smallestBet }) => smallestBet,
  not_doing: ({ notDoing }) => notDoing.join('\n'),
  rationale: ({ rationale }) => rationale,
  business: ({ business }) => business,
  options: ({ options }) => options.map(({ title }) => title).join('\n'),
  chosen: ({ options }) => options.find(({ chosen }) => chosen)?.title ?? null,
  expected: ({ expected }) => expected,
  expected_on: ({ expectedOn }) => expectedOn,
  confidence_percent: ({ confidence }) => confidence,
  tripwire: ({ tripwireMetric, tripwireDirection, tripwireValue }) =>
    tripwireDirection && `${tripwireMetric} ${tripwireDirection} ${tripwireValue}`,
  revisit_on: ({ revisitOn }) => revisitOn,
  spend_a_year: ({ spend }) => spend,
  consulted: ({ consulted }) => consulted.join(', '),
  informed: ({ informed }) => informed.join(', '),
  tags: ({ tags }) => tags.join(', '),
  process_score: ({ processScore }) => processScore,
  ended_because: ({ ending }) => ending?.because ?? null,
  replaced_by: ({ ending }) => (ending?.replacement ? `D-${ending.replacement}` : null),
  outcome_came: ({ reviews }) => reviews.at(-1)?.came ?? null,
  learned: ({ reviews }) => reviews.at(-1)?.learned ?? null,
}
