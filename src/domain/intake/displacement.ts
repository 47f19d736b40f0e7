import type { RequestStatus, Urgency } from './catalogue.ts'

/** What gives way: an item of the plan, and how many person-weeks of it. */
export type Displacement = { item: number; weeks: number }

/** `effort` in person-weeks; null: not estimated. `displaced` and `buffer` are what it took when it was accepted. */
export type Request = {
  id: number
  urgency: Urgency
  effort: number | null
  status: RequestStatus
  displaced: readonly Displacement[]
  buffer: number
}

/**
 * All in person-weeks. `remaining`: what an item had left to do before anything of this ledger was taken from it;
 * `buffer`: what the quarter sets aside for the unplanned.
 */
export type Ledger = {
  requests: readonly Request[]
  items: readonly { id: number; remaining: number }[]
  buffer: number
}

/** `restore` gives back all that a request took of an item; `instead` and `buffer` are what it takes in its place. */
export type Command =
  | { do: 'accept'; request: number; displaced: readonly Displacement[]; buffer: number }
  | { do: 'decline' | 'park'; request: number; reason: string }
  | { do: 'reopen' | 'cancel'; request: number }
  | { do: 'restore'; request: number; item: number; instead: readonly Displacement[]; buffer: number }

const refusals = [
  'unknown_request',
  'wrong_status',
  'needs_reason',
  'needs_effort',
  'not_an_amount',
  'unknown_item',
  'not_displaced',
  'more_than_remaining',
  'more_than_buffer',
  'short',
] as const
export type Refusal = (typeof refusals)[number]

/** Below this, sums of decimals differ by rounding alone. */
const rounding = 1e-9

/**
 * How many person-weeks an urgent request still has to find: its effort less what is displaced and what the buffer
 * gives, which is never more than is left of it (below 0 where it was overspent). 0: it may be accepted. A normal request
 * waits its turn and needs none.
 */
export function shortfall(
  { urgency, effort }: { urgency: Urgency; effort: number },
  displaced: readonly Displacement[],
  bufferUsed: number,
  bufferLeft: number,
): number {
  if (urgency === 'normal') return 0
  const missing = effort - weeksOf(displaced) - Math.min(bufferUsed, Math.max(0, bufferLeft))
  return missing > rounding ? missing : 0
}

/** What accepted requests have left of the quarter's buffer. */
export const bufferLeft = ({ requests, buffer }: Ledger): number =>
  requests.reduce((left, request) => left - request.buffer, buffer)

/** What accepted requests have left of an item; null: there is no such item. */
export function weeksLeft({ requests, items }: Ledger, item: number): number | null {
  const found = items.find(({ id }) => id === item)
  return found ? found.remaining - weeksOf(requests.flatMap(({ displaced }) => displaced.filter(isOf(item)))) : null
}

/**
 * The ledger after a command, or why it is refused and nothing changes. A request is accepted, declined or parked while
 * it is new (or parked), reopened once declined or parked, and whatever it took is given back when its acceptance is
 * cancelled. Its effort and urgency are not to change while it is accepted.
 */
export function acceptance(ledger: Ledger, command: Command): Ledger | Refusal {
  const request = ledger.requests.find(({ id }) => id === command.request)
  if (!request) return 'unknown_request'
  if (!allowed[command.do].includes(request.status)) return 'wrong_status'
  const become = (change: Partial<Request>) => replaced(ledger, { ...request, ...change })
  switch (command.do) {
    case 'accept':
      return taking(ledger, { ...request, displaced: command.displaced, buffer: command.buffer })
    case 'restore':
      return restoring(ledger, request, command)
    case 'decline':
    case 'park':
      if (command.reason.trim() === '') return 'needs_reason'
      return become({ status: command.do === 'park' ? 'parked' : 'declined' })
    case 'reopen':
    case 'cancel':
      return become({ status: 'new', displaced: [], buffer: 0 })
  }
}

const allowed: Record<Command['do'], readonly RequestStatus[]> = {
  accept: ['new', 'parked'],
  decline: ['new', 'parked'],
  park: ['new'],
  reopen: ['declined', 'parked'],
  cancel: ['accepted'],
  restore: ['accepted'],
}

function restoring(ledger: Ledger, request: Request, command: Command & { do: 'restore' }): Ledger | Refusal {
  if (!request.displaced.some(isOf(command.item))) return 'not_displaced'
  if (!isAmount(command.buffer)) return 'not_an_amount'
  const kept = request.displaced.filter(({ item }) => item !== command.item)
  return taking(ledger, {
    ...request,
    displaced: [...kept, ...command.instead],
    buffer: request.buffer + command.buffer,
  })
}

/** The request accepted with all that it takes, weighed against what everybody else leaves. */
function taking(ledger: Ledger, { effort, ...request }: Request): Ledger | Refusal {
  const { urgency, displaced, buffer } = request
  if (urgency === 'urgent' && (effort === null || !(effort > 0))) return 'needs_effort'
  if (!isAmount(buffer) || !displaced.every(({ weeks }) => isAmount(weeks) && weeks > 0)) return 'not_an_amount'
  const others = { ...ledger, requests: ledger.requests.filter(({ id }) => id !== request.id) }
  for (const { item } of displaced) {
    const left = weeksLeft(others, item)
    if (left === null) return 'unknown_item'
    if (weeksOf(displaced.filter(isOf(item))) > left + rounding) return 'more_than_remaining'
  }
  const spare = bufferLeft(others)
  if (buffer > 0 && buffer > spare + rounding) return 'more_than_buffer'
  if (shortfall({ urgency, effort: effort ?? 0 }, displaced, buffer, spare) > 0) return 'short'
  return replaced(ledger, { ...request, effort, status: 'accepted' })
}

const replaced = (ledger: Ledger, request: Request): Ledger => ({
  ...ledger,
  requests: ledger.requests.map((one) => (one.id === request.id ? request : one)),
})

const isAmount = (weeks: number) => Number.isFinite(weeks) && weeks >= 0
const isOf = (item: number) => (one: Displacement) => one.item === item
const weeksOf = (displaced: readonly Displacement[]) => displaced.reduce((sum, { weeks }) => sum + weeks, 0)
