import type { Below, PushedIn } from '../../db/capacity/below.ts'
import type { Unplanned } from '../../src/domain/capacity/unplanned.ts'
import { percent, statusNames } from '../words.ts'
import { amount, pw } from './words.ts'

type BelowProps = {
  below: Below[]
  all: boolean
  path: string
  canEdit: boolean /** Initiatives of the plan that it has no room for. */
  noRoom: { id: number; title: string }[]
}

const most = 6

export const BelowTheLine = ({ below, all, path, canEdit, noRoom }: BelowProps) => (
  <section class="sec" aria-labelledby="h-below">
    <header>
      <h2 id="h-below">Below the line</h2>
      <p>not this quarter, and who said so</p>
      {!all && (below.length > most || (canEdit && below.length > 0)) && (
        <a class="small" href={`${path}?below=all#h-below`}>
          {below.length > most ? `All ${below.length}` : 'Take one back in'}
        </a>
      )}
    </header>
    {below.length === 0 && (
      <p class="hint">Nothing is below the line. What a committed plan has no room for is put here.</p>
    )}
    <ul class="list">
      {below.slice(0, all ? undefined : most).map((one) => (
        <li>
          <a href={addressOf(one)}>
            {one.initiative === null ? `R-${one.request}` : `I-${one.initiative}`} {one.title}
          </a>{' '}
          <span class="n nw">{pw(one.effort)}</span>
          <div class="why">
            {one.decision === null ? (
              one.because || 'Nobody decided it yet.'
            ) : (
              <>
                <a href={`/decisions/${one.decision}`}>D-{one.decision}</a>
                {one.status && one.status !== 'decided' && `, ${statusNames[one.status].toLowerCase()}`}.
              </>
            )}{' '}
            {one.condition}
            {canEdit && all && one.initiative !== null && (
              <form method="post" action={`${path}/returns`}>
                <button type="submit" class="btn quiet" name="initiative" value={one.initiative}>
                  Take it into the quarter
                  <span class="vh"> again: I-{one.initiative}</span>
                </button>
              </form>
            )}
          </div>
        </li>
      ))}
    </ul>
    {noRoom.length > 0 && (
      <p class="hint">
        The plan has no room for{' '}
        {noRoom.slice(0, 3).map(({ id }, at) => (
          <>
            {at > 0 && ', '}
            <a href={`/initiatives/${id}`}>I-{id}</a>
          </>
        ))}
        {noRoom.length > 3 && ` and ${noRoom.length - 3} more`} either; nobody has said so yet.
      </p>
    )}
  </section>
)

const addressOf = ({ initiative, request }: Below) =>
  initiative === null ? `/intake/${request}` : `/initiatives/${initiative}`

type PushedProps = {
  pushed: PushedIn[] /** Of the person-weeks of the quarter so far; null: there are none. */
  share: number | null
  since: string
  unplanned: Unplanned | null
}

export const PushedInside = ({ pushed, share, since, unplanned }: PushedProps) => (
  <section class="sec" aria-labelledby="h-pushed">
    <header>
      <h2 id="h-pushed">Pushed in from outside</h2>
      {share !== null && pushed.length > 0 && <p>{percent(share)} of the quarter so far</p>}
      <a class="small" href="/displacement">
        The ledger
      </a>
    </header>
    {pushed.length === 0 ? (
      <p class="hint">Nothing was displaced since {since}.</p>
    ) : (
      <table class="tbl">
        <thead>
          <tr>
            <th scope="col">Came in</th>
            <th scope="col">Pushed out</th>
            <th scope="col" class="num">
              Person-weeks
            </th>
          </tr>
        </thead>
        <tbody>
          {pushed.slice(0, 8).map((one) => (
            <tr>
              <th scope="row">
                <CameIn one={one} />
              </th>
              <td>{one.initiative === null ? 'buffer' : `I-${one.initiative} ${one.initiativeTitle}`}</td>
              <td class="num">{amount(one.personWeeks)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Since {since}</th>
            <td>{pushed.length > 8 && `${pushed.length} displacements`}</td>
            <td class="num">{amount(pushed.reduce((sum, one) => sum + one.personWeeks, 0))}</td>
          </tr>
        </tfoot>
      </table>
    )}
    {unplanned && unplanned.share > 0 && (
      <p class="hint">
        {percent(unplanned.share)} of what was spent was in no plan: {percent(unplanned.incidents)} incidents,{' '}
        {percent(unplanned.asks)} asks.
      </p>
    )}
  </section>
)

const CameIn = ({ one }: { one: PushedIn }) => {
  if (one.request !== null)
    return (
      <a href={`/intake/${one.request}`}>
        R-{one.request} {one.requestTitle}
      </a>
    )
  return one.decision === null ? 'A decision' : <a href={`/decisions/${one.decision}`}>D-{one.decision}</a>
}
