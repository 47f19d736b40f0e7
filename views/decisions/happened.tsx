import type { Child } from 'hono/jsx'
import type { Happened } from '../../db/decisions/record.ts'
import { longDay, shortDay } from '../dates.ts'
import { figure } from '../scorecard/words.ts'
import type { DecisionPageProps } from './show.tsx'

export const HappenedHere = ({ record: { events, document }, today }: DecisionPageProps) => (
  <section class="sec" aria-labelledby="h-hist">
    <header>
      <h2 id="h-hist">History</h2>
      <p>nothing is ever overwritten</p>
      <a class="small" href={`/history?record=D-${document.number}`}>
        All
      </a>
    </header>
    <ol class="log">
      {events.map((event) => (
        <li>
          <time datetime={event.at}>{shortDay(event.at, today)}</time>
          <p>
            {event.person ? <b>{event.person}</b> : 'Fulcrum'} {sentence(event)}
          </p>
        </li>
      ))}
    </ol>
  </section>
)

type Fields = Record<string, unknown>

const sentence = ({ kind, before, after }: Happened): Child => {
  const was = before ? (JSON.parse(before) as Fields) : {}
  const is = after ? (JSON.parse(after) as Fields) : {}
  const tell = sentences[kind]
  return tell ? tell(was, is) : kind.replace('decision.', '').replaceAll('_', ' ')
}

const sentences: Record<string, (was: Fields, is: Fields) => Child> = {
  'decision.logged': (_was, is) => (is.status === 'decided' ? 'logged it as decided.' : 'raised it.'),
  'decision.imported': () => 'imported it.',
  'decision.edited': (was) => `edited ${fieldsOf(was)}.`,
  'decision.options_set': () => 'compared the options.',
  'decision.decided': (_was, is) => `recorded the decision${is.decider ? ` of ${is.decider}` : ''}.`,
  'decision.handed_over': (_was, is) => `handed it over to ${is.decider}.`,
  'decision.superseded': (_was, is) => {
    const { replacement } = (is.ending ?? {}) as { replacement?: number }
    return (
      <>
        superseded it by <a href={`/decisions/${replacement}`}>D-{replacement}</a>.
      </>
    )
  },
  'decision.reversed': (_was, is) => `reversed it: ${(is.ending as { because?: string })?.because ?? ''}`,
  'decision.withdrawn': (_was, is) => `withdrew it: ${(is.ending as { because?: string })?.because ?? ''}`,
  'decision.amended': (was, is) => {
    const field = Object.keys(was).find((name) => name !== 'amendments') ?? ''
    return (
      <>
        amended {fieldNames[field] ?? field}: <del>{String(was[field])}</del> <ins>{String(is[field])}</ins>
      </>
    )
  },
  'decision.noted': (_was, is) => `noted: “${(is.notes as { text: string }[] | undefined)?.at(-1)?.text ?? ''}”`,
  'decision.linked': () => 'linked another decision.',
  'decision.outcome_reviewed': () => 'reviewed the outcome.',
  'decision.tripped': (_was, is) =>
    `entered ${is.metric} at ${figure(Number(is.value))}, past the tripwire of ${figure(Number(is.limit))}: due for another look from ${longDay(String(is.revisitOn))}.`,
  'decision.judged': () => 'judged how well it was made.',
  'decision.restricted': () => 'restricted who may read it.',
  'decision.opened': () => 'opened it to everybody.',
}

const fieldNames: Record<string, string> = {
  title: 'the title',
  outcome: 'the outcome',
  constraintNote: 'the constraint',
  smallestBet: 'the smallest bet',
  rationale: 'the reasons',
  business: 'the business line',
  expected: 'the expected result',
}

const fieldsOf = (fields: Fields) =>
  Object.keys(fields)
    .map((name) => fieldNames[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`))
    .join(', ')
