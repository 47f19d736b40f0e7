import type { Child } from 'hono/jsx'
import type { RequestRecord } from '../../db/intake/record.ts'
import { longDay } from '../dates.ts'
import { sourceNames, weeksLong } from './words.ts'

/** What is known of a request, beside what is done with it. */
export const RequestFacts = ({ request, dayOf }: { request: RequestRecord; dayOf: (moment: string) => string }) => (
  <dl class="facts">
    <Fact name="Urgency">
      {request.urgency === 'urgent' ? (
        <span class="st" data-s="signal">
          Urgent
        </span>
      ) : (
        'Normal'
      )}
    </Fact>
    <Fact name="Source">{sourceNames[request.source]}</Fact>
    <Fact name="Requester">
      {request.requester}
      {request.requesterEmail && (
        <small>
          <a href={`mailto:${request.requesterEmail}`}>{request.requesterEmail}</a>
        </small>
      )}
    </Fact>
    <Fact name="Customer">{request.customer}</Fact>
    <Fact name="Segment">{request.segment}</Fact>
    <Fact name="Competitor">{request.competitor}</Fact>
    <Fact name="Product line">{request.productLine}</Fact>
    <Fact name="Takes">{request.effort !== null && weeksLong(request.effort)}</Fact>
    <Fact name="Came in">
      {longDay(dayOf(request.receivedAt))}
      <small>{request.link ? `by the link “${request.link}”` : request.filedBy && `filed by ${request.filedBy}`}</small>
    </Fact>
    <Fact name="Answered">
      {request.answeredAt && longDay(dayOf(request.answeredAt))}
      {request.answeredBy && <small>by {request.answeredBy}</small>}
    </Fact>
    <Fact name="Initiative">
      {request.initiativeId !== null && (
        <a href={`/initiatives/${request.initiativeId}`}>
          I-{request.initiativeId} {request.initiative}
        </a>
      )}
    </Fact>
    <Fact name="Decision">
      {request.decision !== null && <a href={`/decisions/${request.decision}`}>D-{request.decision}</a>}
    </Fact>
    <Fact name="Theme">
      {request.themeId !== null && <a href={`/intake/themes/${request.themeId}`}>{request.theme}</a>}
    </Fact>
  </dl>
)

/** Absent facts leave no row. */
const Fact = ({ name, children }: { name: string; children?: Child }) =>
  [children].flat(3).some(Boolean) ? (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  ) : null
