import type { Child } from 'hono/jsx'
import { longDay, shortDay } from '../dates.ts'
import {
  directionNames,
  doorNames,
  executiveRoleNames,
  forumNames,
  linkNames,
  sideNames,
  statusNames,
  wholeNumber,
} from '../words.ts'
import type { DecisionPageProps } from './show.tsx'
import { inItsUnit, MetricName, Now } from './watch.tsx'

/** What came before this decision and what replaced it. */
export const Chain = ({ record: { chain, document }, today }: DecisionPageProps) =>
  chain.length < 2 ? null : (
    <section class="sec" aria-labelledby="h-chain">
      <header>
        <h2 id="h-chain">Chain</h2>
      </header>
      <ol class="chain">
        {chain.map(({ number, title, status, at }) => (
          <li aria-current={number === document.number ? 'true' : undefined}>
            {number === document.number ? (
              <b>
                D-{number} {title}
              </b>
            ) : (
              <a href={`/decisions/${number}`}>
                D-{number} {title}
              </a>
            )}
            <small>
              {statusNames[status].toLowerCase()}
              {at && ` ${shortDay(at, today)}`}
              {number === document.number && ', this one'}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )

/** By what, and when, the decision will be judged. */
export const Judged = ({ record: { document }, today, watch }: DecisionPageProps) => {
  const {
    expected,
    expectedMetric,
    expectedValue,
    expectedOn,
    confidence,
    revisitOn,
    tripwireMetric,
    tripwireDirection,
    tripwireValue,
  } = document
  const hasTripwire = tripwireMetric && tripwireDirection && tripwireValue !== null
  if (!expected && !expectedMetric && confidence === null && !hasTripwire && !revisitOn) return null
  return (
    <section class="sec" aria-labelledby="h-judged">
      <header>
        <h2 id="h-judged">Judged by</h2>
      </header>
      <dl class="facts">
        <Fact name="Expected">
          {expected}
          {expected && expectedMetric && '; '}
          {expectedMetric && <MetricName written={expectedMetric} {...watch} />}
          {expectedMetric && expectedValue !== null && ` at ${inItsUnit(expectedValue, expectedMetric, watch)}`}
          {expectedOn && <small>by {longDay(expectedOn)}</small>}
          {expectedMetric && <Now written={expectedMetric} {...watch} />}
        </Fact>
        <Fact name="Confidence">{confidence !== null && `${confidence} %`}</Fact>
        <Fact name="Tripwire">
          {hasTripwire && (
            <>
              <MetricName written={tripwireMetric} {...watch} /> {directionNames[tripwireDirection]}{' '}
              {inItsUnit(tripwireValue, tripwireMetric, watch)}
              <Now written={tripwireMetric} {...watch} />
            </>
          )}
        </Fact>
        <Fact name="Revisit">
          {revisitOn && (
            <>
              {longDay(revisitOn)}
              {revisitOn < today && document.status === 'decided' && <small>overdue</small>}
            </>
          )}
        </Fact>
      </dl>
    </section>
  )
}

export const Facts = ({ record, currency }: DecisionPageProps) => {
  const { document, typeName, typeOwner, delegable } = record
  return (
    <section class="sec" aria-labelledby="h-facts">
      <header>
        <h2 id="h-facts">Record</h2>
      </header>
      <dl class="facts">
        <Fact name="Right">
          {typeName &&
            typeOwner &&
            `${delegable === false ? 'CPTO' : executiveRoleNames[typeOwner]} decides ${typeName.toLowerCase()}`}
        </Fact>
        <Fact name={document.status === 'proposed' ? 'Waits on' : 'Decided by'}>{document.decider}</Fact>
        <Fact name="Decided in">{document.forum && forumNames[document.forum]}</Fact>
        <Fact name="Raised by">
          {document.raisedBy}
          {document.raisedAt && <small>{longDay(document.raisedAt)}</small>}
        </Fact>
        <Fact name="Consulted">{document.consulted.join(', ')}</Fact>
        <Fact name="Informed">{document.informed.join(', ')}</Fact>
        <Fact name="Side">{document.side && sideNames[document.side]}</Fact>
        <Fact name="Door">{document.door && doorNames[document.door]}</Fact>
        <Fact name="Spend">{document.spend !== null && `${currency} ${wholeNumber(document.spend)} a year`}</Fact>
        <Fact name="Escalates">
          {[document.crossTeam && 'across teams', document.securityException && 'security exception']
            .filter(Boolean)
            .join(', ')}
        </Fact>
        <Fact name="Tags">
          {document.tags.length > 0 &&
            document.tags.map((tag, at) => (
              <>
                {at > 0 && ', '}
                <a href={`/decisions?tag=${encodeURIComponent(tag)}`}>{tag}</a>
              </>
            ))}
        </Fact>
      </dl>
    </section>
  )
}

/** Absent facts leave no row. */
const Fact = ({ name, children }: { name: string; children?: Child }) =>
  [children].flat(3).some(Boolean) ? (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  ) : null

export const Links = ({ record: { links, document }, allowed }: DecisionPageProps) =>
  links.length === 0 && !allowed.note ? null : (
    <section class="sec" aria-labelledby="h-links">
      <header>
        <h2 id="h-links">Other decisions</h2>
        {allowed.note && (
          <a class="small" href={`/decisions/${document.number}/links`}>
            Link one
          </a>
        )}
      </header>
      <ul class="list">
        {links.map(({ number, title, kind, outgoing }) => (
          <li>
            <span>
              <a href={`/decisions/${number}`}>
                D-{number} {title}
              </a>
              <small>{outgoing ? `this ${linkNames[kind]} it` : `it ${linkNames[kind]} this`}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
