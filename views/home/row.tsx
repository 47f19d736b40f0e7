import type { Child } from 'hono/jsx'
import type { OpenDecision, Revisit } from '../../db/home.ts'
import type { Trip } from '../../db/scorecard/tripwires.ts'
import type { RevisitDue, Tripped, Waiting } from '../../src/domain/home/ranking.ts'
import { age, shortDay } from '../dates.ts'
import { periodName, withUnit } from '../scorecard/words.ts'
import { counted, directionNames, executiveRoleNames } from '../words.ts'

export type RankedItem = ((OpenDecision & Waiting) | (Revisit & RevisitDue) | (Trip & Tripped)) & { urgency: number }

type Props = { item: RankedItem; today: string; currency: string; reads: boolean }

/** One thing to decide: its line, why it stands where it stands, and the one step it needs. */
export const Row = ({ item, today, currency, reads }: Props) => (
  <li>
    <div>
      <h3>
        <a href={`/decisions/${item.number}`}>{item.title}</a>
      </h3>
      <p>{reason(item, today, currency)}</p>
    </div>
    <p class="id">
      <span>D-{item.number}</span> <span>{time(item, today)}</span>
    </p>
    {reads ? <Act href={`/decisions/${item.number}`}>Open</Act> : action(item)}
  </li>
)

function reason(item: RankedItem, today: string, currency: string): Child {
  if (item.kind === 'tripped') return tripReason(item, currency)
  return item.kind === 'revisit' ? revisitReason(item, today) : waitingReason(item)
}

function time(item: RankedItem, today: string): Child {
  if (item.kind === 'tripped') return item.days === 0 ? 'today' : `${item.days} d`
  return item.kind === 'revisit' ? lateness(item.daysLate) : item.raisedAt && age(item.raisedAt, today)
}

const lateness = (days: number) => (days === 0 ? 'today' : `${days} d late`)

function waitingReason({ decider, type, age: waited, sla, leak, owner }: OpenDecision & Waiting): Child {
  const waits = `Waits on ${decider ?? 'nobody yet'}`
  const time =
    sla === null || waited === null
      ? ''
      : waited > sla
        ? `, ${waited} business days; ${sla} are allowed for ${type?.toLowerCase()}`
        : `, ${waited} of ${counted(sla, 'business day')}`
  return leak && owner
    ? `${waits}${time}. Delegated: the ${executiveRoleNames[owner]} may decide it.`
    : `${waits}${time}.`
}

function revisitReason({ revisitOn, expected, confidence }: Revisit & RevisitDue, today: string): Child {
  const due = `Its revisit was due on ${shortDay(revisitOn, today)}.`
  if (!expected) return due
  return `${due} Expected${confidence === null ? '' : ` with ${confidence} %`}: ${expected}`
}

const tripReason = ({ key, metric, unit, rhythm, direction, limit, value, period }: Trip, currency: string): Child => (
  <>
    <span class="st" data-s="bad">
      Tripwire crossed
    </span>{' '}
    <a href={`/scorecard/${key}`}>{metric}</a> was {withUnit(value, unit, currency)} in {periodName(period, rhythm)}. To
    be looked at again when it {directionNames[direction]} {withUnit(limit, unit, currency)}.
  </>
)

function action(item: RankedItem) {
  if (item.kind !== 'waiting') return <Act href={`/decisions/${item.number}/outcome`}>Review outcome</Act>
  if (item.leak) return <Act href={`/decisions/${item.number}/handover`}>Hand over</Act>
  return <Act href={`/decisions/${item.number}/ruling`}>Decide</Act>
}

const Act = ({ href, children }: { href: string; children?: Child }) => (
  <a class="btn quiet" href={href}>
    {children}
  </a>
)
