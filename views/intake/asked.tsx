import type { AskedRequest } from '../../db/intake/requests.ts'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import { longDay } from '../dates.ts'
import { Prose } from '../parts/prose.tsx'
import { quarterText } from '../roadmap/initiative-words.ts'

type Props = {
  request: AskedRequest
  organisation: string
  address: string
  dayOf: (moment: string) => string
}

/** For the requester alone: what they asked for, the answer, how far it is. */
export const Asked = ({ request, organisation, address, dayOf }: Props) => (
  <>
    <div class="head">
      <p class="kick">
        <b>{organisation}</b> · R-{request.id}
      </p>
      <h1>{finding(request)}</h1>
    </div>
    <dl class="facts wide-facts">
      <dt>You asked for</dt>
      <dd>{request.title}</dd>
      <dt>Sent</dt>
      <dd>{longDay(dayOf(request.receivedAt))}</dd>
      {request.answeredAt && (
        <>
          <dt>Answered</dt>
          <dd>{longDay(dayOf(request.answeredAt))}</dd>
        </>
      )}
      {request.because && (
        <>
          <dt>Because</dt>
          <dd>{request.because}</dd>
        </>
      )}
      {request.status === 'accepted' && request.stage && (
        <>
          <dt>How far it is</dt>
          <dd>
            {progress[request.stage]}
            {request.quarter && isAhead(request.stage) && `, planned for ${quarterText(request.quarter)}`}
          </dd>
        </>
      )}
      {request.answer && (
        <>
          <dt>To all who asked</dt>
          <dd>
            <Prose text={request.answer} />
          </dd>
        </>
      )}
      <dt>This address</dt>
      <dd>
        <input class="link" type="text" readonly aria-label="The address of this page" value={address} />
        <small>Keep it: it shows what happens, and nobody else has it.</small>
      </dd>
    </dl>
  </>
)

const findings: Record<AskedRequest['status'], string> = {
  new: 'Your request is in the queue; it gets an answer with its reason.',
  accepted: 'Your request was accepted.',
  parked: 'Your request waits: not now, and not forgotten.',
  declined: 'Your request was declined.',
}

const finding = ({ status, stage }: AskedRequest) =>
  status === 'accepted' && (stage === 'shipped' || stage === 'measured')
    ? 'What you asked for is there.'
    : findings[status]

const isAhead = (stage: Stage) => ['idea', 'discovery', 'ready', 'delivery'].includes(stage)

const progress: Record<Stage, string> = {
  idea: 'Not begun yet',
  discovery: 'Being looked into',
  ready: 'Ready to be built',
  delivery: 'Being built',
  shipped: 'Shipped',
  measured: 'Shipped, and looked at again since',
  stopped: 'Stopped',
}
