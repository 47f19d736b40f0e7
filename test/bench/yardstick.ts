import Database from 'libsql'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (value: unknown) => String(value ?? '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign)

/**
 * About what this engine and runtime can do at all: the same rows and about the same bytes, from one cached raw
 * statement put together with string concatenation, in the frame of a page that was rendered before.
 */
export function yardsticks(path: string, frame: (body: string) => string) {
  const db = new Database(path)
  const list = db
    .prepare(
      `select d.number, d.title, d.status, t.name as type, p.name as decider, d.raised_at, d.decided_at, d.revisit_on, d.business,
        d.expected, d.delegable, d.by_cpto, e.kind, e.because, e.replacement
      from decisions d left join decision_types t on t.id = d.type left join people p on p.id = d.decider
      left join decision_endings e on e.decision = d.number order by d.changed_at desc, d.number desc limit 50`,
    )
    .raw(true)
  const search = db
    .prepare(
      `select d.number, highlight(decision_search, 0, '<mark>', '</mark>'), d.status, t.name, p.name, d.raised_at, d.decided_at, d.revisit_on,
        snippet(decision_search, 1, '<mark>', '</mark>', '…', 24), d.expected, d.delegable, d.by_cpto, e.kind, e.because, e.replacement
      from decision_search s join decisions d on d.number = s.rowid left join decision_types t on t.id = d.type
      left join people p on p.id = d.decider left join decision_endings e on e.decision = d.number
      where decision_search match ? order by s.rowid desc limit 50`,
    )
    .raw(true)
  const record = db
    .prepare(
      `select d.*, t.name as type_name, p.name as decider_name, r.name as raised_name,
        (select json_group_array("constraint") from decision_constraints where decision = d.number) as constraints,
        (select json_group_array(text) from decision_not_doing where decision = d.number) as not_doing,
        (select json_group_array(title) from decision_options where decision = d.number) as options,
        (select json_group_array(tag) from decision_tags where decision = d.number) as tags,
        (select json_group_array(x.name) from decision_counsel k join people x on x.id = k.person where k.decision = d.number) as counsel,
        (select json_group_array(text) from decision_notes where decision = d.number) as notes,
        (select json_group_array(came) from outcome_reviews where decision = d.number) as reviews,
        (select json_group_array(kind) from events where record = 'decision' and record_id = d.number) as events
      from decisions d left join decision_types t on t.id = d.type left join people p on p.id = d.decider
      left join people r on r.id = d.raised_by where d.number = ?`,
    )
    .raw(true)

  const table = (rows: unknown[][]) => {
    let html = '<table role="table" class="tbl keys stack t-dec"><tbody role="rowgroup">'
    for (const row of rows) {
      html += `<tr role="row"><td role="cell" class="id n">D-${row[0]}</td><th scope="row" role="rowheader"><a href="/decisions/${row[0]}">${escaped(row[1])}</a><small>${escaped(row[8])}</small></th><td role="cell" class="s"><span class="st" data-s="${row[2]}">${row[2]}</span></td><td role="cell" class="ty">${escaped(row[3])}</td><td role="cell" class="who">${escaped(row[4])}</td><td role="cell" class="num age">${escaped(row[6] ?? row[5])}</td><td role="cell" class="num rev" data-l="revisit">${escaped(row[7])}</td></tr>`
    }
    return `${html}</tbody></table>`
  }

  return {
    list: () => frame(table(list.all() as unknown[][])),
    search: (query: string) => frame(table(search.all(query) as unknown[][])),
    record: (number: number) => {
      let html = '<dl>'
      for (const value of record.get(number) as unknown[])
        html += `<dt class="lab">field</dt><dd>${escaped(value)}</dd>`
      return frame(`${html}</dl>`)
    },
  }
}
