import type { Candidate, Committed } from '../../db/roadmap/commitments.ts'
import { churn } from '../../src/domain/roadmap/churn.ts'
import { missingFor } from '../../src/domain/roadmap/commitment.ts'
import { longDay } from '../dates.ts'
import { Mistakes, TextArea, type Typed } from '../parts/form.tsx'
import { capitalised, counted } from '../words.ts'
import { effortInWords, effortText, missingText, quarterText, stageNames } from './initiative-words.ts'
import { churnText } from './words.ts'

type Props = {
  quarter: string
  candidates: Candidate[]
  committed: Committed | undefined
  canCommit: boolean
  typed: Typed
}

export const CommitmentPage = (props: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <a href={`/roadmap?quarter=${props.quarter}`}>Roadmap</a> · <b>Commitment of {quarterText(props.quarter)}</b>
      </p>
      <h1>{finding(props)}</h1>
    </div>
    <Mistakes errors={props.typed.errors} />
    {props.committed ? <Frozen {...props.committed} /> : <Proposed {...props} />}
  </>
)

function finding({ quarter, candidates, committed }: Props) {
  const name = quarterText(quarter)
  if (committed) return `${capitalised(churnText(churn(committed.frozen, committed.current)))}.`
  if (candidates.length === 0) return `Nothing is planned for ${name} yet.`
  const lacking = candidates.filter((one) => missingFor(one).length > 0).length
  const effort = candidates.reduce((sum, { effort }) => sum + (effort ?? 0), 0)
  const many = `${capitalised(counted(candidates.length, 'initiative'))}, ${effortInWords(effort)}, for ${name}`
  return lacking === 0
    ? `${many}; all are ready to be committed.`
    : `${many}; ${counted(lacking, 'lacks', 'lack')} something.`
}

const Proposed = ({ quarter, candidates, canCommit, typed }: Props) =>
  candidates.length === 0 ? (
    <p class="empty">
      Initiatives stand here once they have this quarter; committing freezes the list, so that everybody sees what
      changed since. Give an <a href="/initiatives">initiative</a> its quarter first.
    </p>
  ) : (
    <form class="form wide-form" method="post" action={`/roadmap/${quarter}/commitment`}>
      <table role="table" class="tbl stack t-rec">
        <caption class="vh">The list of {quarterText(quarter)}, in the order of rank</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              Initiative
            </th>
            <th scope="col" role="columnheader">
              Stage
            </th>
            <th scope="col" role="columnheader" class="num">
              Effort
            </th>
            <th scope="col" role="columnheader">
              What it lacks
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {candidates.map((one) => (
            <Row one={one} canCommit={canCommit} typed={typed} />
          ))}
        </tbody>
      </table>
      {canCommit && (
        <>
          <p class="hint">
            The list is frozen once: what comes, goes or changes places from then on is counted as churn.
          </p>
          <p class="acts">
            <button class="btn pri" type="submit">
              Commit {quarterText(quarter)}
            </button>
            <a href={`/roadmap?quarter=${quarter}`}>Not yet</a>
          </p>
        </>
      )}
    </form>
  )

const Row = ({ one, canCommit, typed }: { one: Candidate; canCommit: boolean; typed: Typed }) => {
  const missing = missingFor(one)
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/initiatives/${one.id}`}>{one.title}</a>
        <small>I-{one.id}</small>
      </th>
      <td role="cell">{stageNames[one.stage]}</td>
      <td role="cell" class="num">
        {effortText(one.effort)}
      </td>
      <td role="cell">
        {missing.length === 0 ? (
          'Nothing'
        ) : (
          <>
            {capitalised(missingText(missing))}
            {canCommit && (
              <TextArea
                name={`reason-${one.id}`}
                label={`Why commit I-${one.id} all the same?`}
                typed={typed}
                rows={1}
                maxlength={500}
                optional
                hint="It becomes a decision."
              />
            )}
          </>
        )}
      </td>
    </tr>
  )
}

const Frozen = ({ at, by, frozen, current }: Committed) => {
  const { added, removed, resequenced, rescoped } = churn(frozen, current)
  const now = new Set(current.map(({ id }) => id))
  const later = current.filter(({ id }) => added.includes(id))
  const words = (id: number) =>
    [
      removed.includes(id) && 'no longer on the list',
      resequenced.includes(id) && 'resequenced',
      rescoped.includes(id) && `now ${effortText(current.find((one) => one.id === id)?.effort ?? null)}`,
    ]
      .filter(Boolean)
      .join(', ')
  return (
    <>
      <section class="sec" aria-labelledby="h-frozen">
        <header>
          <h2 id="h-frozen">As it was committed</h2>
          <p>
            {longDay(at)}
            {by && `, by ${by}`}
          </p>
        </header>
        <ol class="list">
          {frozen.map(({ id, title, effort }) => (
            <li>
              <span>
                {now.has(id) ? <Name {...{ id, title }} /> : <del>{<Name {...{ id, title }} />}</del>}{' '}
                <span class="mute">{words(id)}</span>
              </span>
              <span class="n">{effortText(effort)}</span>
            </li>
          ))}
        </ol>
      </section>
      <section class="sec" aria-labelledby="h-added">
        <header>
          <h2 id="h-added">Added since</h2>
        </header>
        {later.length === 0 ? (
          <p class="hint">Nothing.</p>
        ) : (
          <ul class="list">
            {later.map(({ id, title, effort }) => (
              <li>
                <Name {...{ id, title }} />
                <span class="n">{effortText(effort)}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

const Name = ({ id, title }: { id: number; title: string }) => (
  <a href={`/initiatives/${id}`}>
    I-{id} {title}
  </a>
)
