import type { NamedPerson } from '../../db/people.ts'
import type { Matrix } from '../../db/rights/matrix.ts'
import type { DecisionType } from '../../db/rights.ts'
import type { TypeFigures } from '../../src/domain/rights/figures.ts'
import { shortDay } from '../dates.ts'
import { capitalised, counted, executiveRoleNames, forumNames, wholeNumber } from '../words.ts'
import { MatrixTable } from './matrix.tsx'

export type TypeInUse = { type: DecisionType; figures: TypeFigures; holders: NamedPerson[] }

type Props = { types: TypeInUse[]; matrix: Matrix; weeks: number; canEdit: boolean; today: string; currency: string }

export const Rights = (props: Props) => {
  const { types, matrix, weeks, canEdit } = props
  return (
    <>
      <div class="head">
        <p class="kick">
          <b>Decision rights</b> · last {weeks} weeks
        </p>
        <h1>{finding(types)}</h1>
        {canEdit && (
          <p class="acts">
            <a class="btn" href="/rights/types/new">
              Add a type
            </a>
          </p>
        )}
      </div>
      {types
        .filter(({ figures }) => figures.quickTest.length > 0)
        .map((one) => (
          <QuickTest {...one} {...props} />
        ))}
      <section class="sec" aria-labelledby="h-types">
        <header>
          <h2 id="h-types">Who decides what</h2>
          <p>and how it goes</p>
        </header>
        <table role="table" class="tbl keys stack t-rights">
          <caption class="vh">Decision types</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                Type
              </th>
              <th scope="col" role="columnheader">
                Decides
              </th>
              <th scope="col" role="columnheader" class="num">
                Raised
              </th>
              <th scope="col" role="columnheader" class="num">
                Median, business days
              </th>
              <th scope="col" role="columnheader" class="num">
                Allowed
              </th>
              <th scope="col" role="columnheader" class="num">
                Past it
              </th>
              <th scope="col" role="columnheader" class="num">
                With the CPTO
              </th>
              <th scope="col" role="columnheader">
                Decided by
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {types.map((one) => (
              <TypeRow {...one} />
            ))}
          </tbody>
        </table>
        <p class="hint">
          The median is Kaplan–Meier’s: a decision still open counts as having taken at least as long as it has waited,
          so it cannot flatter. “With the CPTO” are delegable decisions that the CPTO took or holds, and that no rule
          escalates.
        </p>
      </section>
      <section class="sec" aria-labelledby="h-matrix">
        <header>
          <h2 id="h-matrix">Who owns what</h2>
          <p>co-owning is answering through shared metrics, also where others carry it out</p>
          {canEdit && (
            <a class="small" href="/rights/matrix">
              Edit
            </a>
          )}
        </header>
        <MatrixTable matrix={matrix} />
      </section>
    </>
  )
}

function finding(types: TypeInUse[]) {
  const leaking = types.filter(({ figures }) => figures.leaks.length > 0)
  const leaks = leaking.reduce((sum, { figures }) => sum + figures.leaks.length, 0)
  if (leaks > 0) {
    return `${capitalised(counted(leaks, 'decision', 'decisions'))} of ${counted(leaking.length, 'delegated type')} went to the CPTO all the same.`
  }
  return types.some(({ figures }) => figures.raised > 0)
    ? 'What is delegated is decided where it belongs.'
    : 'Every type of decision has somebody who decides it.'
}

const TypeRow = ({ type, figures, holders }: TypeInUse) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      <a href={`/rights/types/${type.key}`}>{type.name}</a>
      <small>{type.delegable ? 'delegated' : 'reserved for the CPTO'}</small>
    </th>
    <td role="cell">
      {executiveRoleNames[type.owner]}
      <small>{holders.map(({ name }) => name).join(', ') || 'nobody holds this seat'}</small>
    </td>
    <td role="cell" class="num" data-l="raised">
      {wholeNumber(figures.raised)}
    </td>
    <td role="cell" class="num" data-l="median">
      {figures.latency.median ?? <span class="mute">{figures.latency.count === 0 ? '–' : 'most still open'}</span>}
    </td>
    <td role="cell" class="num" data-l="allowed">
      {type.slaDays}
    </td>
    <td role="cell" class="num" data-l="past it">
      {figures.pastSla > 0 ? (
        <span class="st" data-s="off">
          {figures.pastSla}
        </span>
      ) : (
        0
      )}
    </td>
    <td role="cell" class="num" data-l="with the CPTO">
      {type.delegable ? figures.leaks.length : <span class="mute">–</span>}
    </td>
    <td role="cell">
      {figures.deciders
        .slice(0, 3)
        .map(({ name, count }) => `${name} ${count}`)
        .join(', ')}
    </td>
  </tr>
)

const QuickTest = ({ type, figures, holders, canEdit, today }: TypeInUse & Props) => (
  <div class="remark">
    <p>
      <b>Delegate this: {type.name}.</b> The CPTO approved it in {counted(figures.quickTest.length, 'meeting')} within
      four weeks:{' '}
      {figures.quickTest.map(({ forum, on, numbers }, at) => (
        <>
          {at > 0 && '; '}
          {forumNames[forum]} on {shortDay(on, today)} ({numbers.map((number) => `D-${number}`).join(', ')})
        </>
      ))}
      .
    </p>
    {canEdit && <Delegation type={type} holders={holders} />}
  </div>
)

/** A reserved type gets a new owner; of a delegated one, what waits on the CPTO goes to the owner it has. */
export const Delegation = ({ type, holders }: { type: DecisionType; holders: NamedPerson[] }) => (
  <form class="acts why" method="post" action={`/rights/types/${type.key}/delegation`}>
    {type.delegable ? (
      <button class="btn pri" type="submit">
        Hand what waits on the CPTO to {holders[0]?.name ?? executiveRoleNames[type.owner]}
      </button>
    ) : (
      <>
        <label for={`owner-${type.key}`}>Who decides from now on</label>
        <select id={`owner-${type.key}`} name="owner">
          {delegates.map((role) => (
            <option value={role}>{executiveRoleNames[role]}</option>
          ))}
        </select>
        <button class="btn pri" type="submit">
          Delegate this
        </button>
      </>
    )}
  </form>
)

const delegates = [
  'vp_product',
  'vp_engineering',
  'head_of_platform',
  'head_of_security',
  'engineering_manager',
  'product_manager',
  'tech_lead',
] as const
