import { type SQL, sql } from 'drizzle-orm'
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core'
import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { first, rows } from '../rows.ts'
import type { Transaction } from '../write.ts'
import { visibleTo } from './visibility.ts'

/** Everything that belongs to a decision, put together by the database: one statement, one string, one parse. */
export async function documentOf(number: number, tx?: Transaction): Promise<DecisionDocument | undefined> {
  const row = await first<{ document: string }>(sql`${select(sql`d.number = ${number}`)}`, tx)
  return row && (JSON.parse(row.document) as DecisionDocument)
}

/** All that a reader may see, in the order of their numbers; by pages, so that ten years fit in memory. */
export async function* documents(reader: number | null, pageSize = 500): AsyncGenerator<DecisionDocument> {
  for (let after = 0; ; ) {
    const page = await rows<{ document: string; number: number }>(
      sql`${select(sql`d.number > ${after} and ${visibleTo(reader)}`)} order by d.number limit ${pageSize}`,
    )
    for (const row of page) yield JSON.parse(row.document) as DecisionDocument
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.number
  }
}

const select = (where: SQL) => sql`select d.number as number, ${documentJson} as document
  from decisions d left join decision_types t on t.id = d.type where ${where}`

const nameOf = (person: SQL) => sql`(select name from people where id = ${person})`
const truth = (flag: SQL) => sql`json(iif(${flag}, 'true', 'false'))`

/** An expression over `decisions d` and `decision_types t`: the shape of `DecisionDocument`. */
export const documentJson = written(sql`json_object(
  'number', d.number, 'title', d.title, 'type', t.key, 'status', d.status,
  'raisedBy', ${nameOf(sql`d.raised_by`)}, 'raisedAt', d.raised_at,
  'decider', ${nameOf(sql`coalesce(d.decided_by, d.decider)`)}, 'decidedAt', d.decided_at, 'forum', d.forum,
  'consulted', ${counsel('consulted')}, 'informed', ${counsel('informed')},
  'outcome', d.outcome,
  'constraints', (select json_group_array(c."constraint") from (select "constraint" from decision_constraints where decision = d.number order by "constraint") c),
  'constraintNote', d.constraint_note, 'smallestBet', d.smallest_bet,
  'notDoing', (select json_group_array(n.text) from (select text from decision_not_doing where decision = d.number order by position) n),
  'rationale', d.rationale, 'business', d.business,
  'options', (select json_group_array(json_object(
      'title', o.title, 'description', o.description, 'chosen', ${truth(sql`o.chosen`)},
      'good', json(o.good), 'neutral', json(o.neutral), 'bad', json(o.bad),
      'scores', (select json_group_array(x.score) from (
        select s.score from decision_criteria c left join decision_scores s
          on s.decision = c.decision and s.criterion = c.position and s.option = o.position
        where c.decision = d.number order by c.position) x)))
    from (select * from decision_options where decision = d.number order by position) o),
  'criteria', (select json_group_array(json_object('name', c.name, 'weight', c.weight))
    from (select name, weight from decision_criteria where decision = d.number order by position) c),
  'side', d.side, 'door', d.door, 'confidence', d.confidence, 'expected', d.expected,
  'expectedMetric', d.expected_metric, 'expectedValue', d.expected_value, 'expectedOn', d.expected_on,
  'tripwireMetric', d.tripwire_metric, 'tripwireDirection', d.tripwire_direction, 'tripwireValue', d.tripwire_value,
  'revisitOn', d.revisit_on, 'spend', d.spend,
  'crossTeam', ${truth(sql`d.cross_team`)}, 'securityException', ${truth(sql`d.security_exception`)},
  'tags', (select json_group_array(g.tag) from (select tag from decision_tags where decision = d.number order by tag) g),
  'links', (select json_group_array(json_object('kind', l.kind, 'to', l."to"))
    from (select kind, "to" from decision_links where decision = d.number order by "to", kind) l),
  'restrictedTo', iif(d.restricted, (select json_group_array(r.name) from (
      select p.name from decision_readers v join people p on p.id = v.person where v.decision = d.number order by p.name) r), null),
  'processScore', d.process_score,
  'ending', (select json_object('kind', e.kind, 'by', ${nameOf(sql`e.by`)}, 'at', e.at, 'because', e.because,
      'replacement', e.replacement, 'cause', e.cause) from decision_endings e where e.decision = d.number),
  'amendments', (select json_group_array(json_object('field', a.field, 'before', a.before, 'after', a.after,
      'because', a.because, 'by', ${nameOf(sql`a.by`)}, 'at', a.at))
    from (select * from decision_amendments where decision = d.number order by id) a),
  'notes', (select json_group_array(json_object('text', n.text, 'by', ${nameOf(sql`n.by`)}, 'at', n.at))
    from (select * from decision_notes where decision = d.number order by id) n),
  'reviews', (select json_group_array(json_object('came', o.came, 'learned', o.learned,
      'wellMade', iif(o.well_made is null, null, ${truth(sql`o.well_made`)}), 'dueOn', o.due_on, 'by', ${nameOf(sql`o.by`)}, 'at', o.at))
    from (select * from outcome_reviews where decision = d.number order by id) o)
)`)

function counsel(kind: 'consulted' | 'informed') {
  return sql`(select json_group_array(c.name) from (
    select p.name from decision_counsel k join people p on p.id = k.person
    where k.decision = d.number and k.kind = ${sql.raw(`'${kind}'`)} order by k.position) c)`
}

/** As one piece of text: it holds no value, and putting its hundred pieces together takes longer than running it. */
function written(query: SQL) {
  return sql.raw(new SQLiteAsyncDialect().sqlToQuery(query).sql)
}
