import type { Child } from 'hono/jsx'
import type { DecisionRecord } from '../../db/decisions/record.ts'
import { longDay } from '../dates.ts'
import { StatusMark } from '../parts/status.tsx'
import { Alerts } from './alerts.tsx'
import { FourQuestions } from './four.tsx'
import { HappenedHere } from './happened.tsx'
import { Options } from './options.tsx'
import { Outcome } from './outcome.tsx'
import { Chain, Facts, Judged, Links } from './side.tsx'
import type { Watch } from './watch.tsx'
import { Why } from './why.tsx'

/** What the reader may do here; the rest is not offered. */
export type Allowed = Record<
  'edit' | 'decide' | 'supersede' | 'reverse' | 'withdraw' | 'handOver' | 'amend' | 'note' | 'review' | 'restrict',
  boolean
>

export type DecisionPageProps = {
  record: DecisionRecord
  allowed: Allowed
  watch: Watch
  today: string
  currency: string
  timeZone: string
}

export const DecisionPage = (props: DecisionPageProps) => {
  const { document, typeName } = props.record
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/decisions">Decisions</a> · <b>D-{document.number}</b>
          {typeName && ` · ${typeName}`} · <StatusMark of={document.status} /> {when(props.record)}
        </p>
        <h1>{document.title}</h1>
        <Actions {...props} />
      </div>
      <Alerts {...props} />
      <div class="cols">
        <div>
          <FourQuestions document={document} canEdit={props.allowed.edit} />
          <Why document={document} />
          <Options document={document} canEdit={props.allowed.edit} />
          <Outcome {...props} />
        </div>
        <div class="side">
          <Chain {...props} />
          <Judged {...props} />
          <Facts {...props} />
          <Links {...props} />
          <HappenedHere {...props} />
        </div>
      </div>
    </>
  )
}

function when({ document }: DecisionRecord): Child {
  const { status, decidedAt, decider, raisedAt, raisedBy, ending } = document
  if (ending?.at) return `${longDay(ending.at)}${ending.by ? ` by ${ending.by}` : ''}`
  if (status === 'proposed') return raisedAt ? `${longDay(raisedAt)}${raisedBy ? ` by ${raisedBy}` : ''}` : ''
  return `${decidedAt ? longDay(decidedAt) : ''}${decider ? ` by ${decider}` : ''}`
}

const Actions = ({ record: { document }, allowed }: DecisionPageProps) => {
  const at = `/decisions/${document.number}`
  return (
    <p class="acts">
      {allowed.note && (
        <a class="btn" href={`${at}/notes`} data-key="n">
          Add a note
        </a>
      )}
      {allowed.edit && (
        <a class="btn" href={`${at}/edit`} data-key="e">
          Edit
        </a>
      )}
      {allowed.amend && (
        <a class="btn" href={`${at}/amendments`} data-key="e">
          Amend
        </a>
      )}
      {allowed.withdraw && (
        <a class="btn" href={`${at}/withdrawal`}>
          Withdraw
        </a>
      )}
      {allowed.reverse && (
        <a class="btn" href={`${at}/reversal`}>
          Reverse
        </a>
      )}
      {allowed.supersede && (
        <a class="btn" href={`${at}/supersession`} data-key="s">
          Supersede
        </a>
      )}
      {allowed.decide && (
        <a class="btn pri" href={`${at}/ruling`} data-key="d">
          Decide <kbd>d</kbd>
        </a>
      )}
    </p>
  )
}
