import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import type { ReviewKind } from '../../src/domain/scorecard/reviews/catalogue.ts'
import { addDays, isBusinessDay } from '../../src/domain/time/days.ts'
import { closeReview } from '../reviews/close.ts'
import {
  agreeAction,
  bringDecision,
  noteInReview,
  recordAttendance,
  startReview,
  tickAction,
} from '../reviews/conduct.ts'
import { openActions } from '../reviews/content.ts'
import type { Cast, Happening } from './cast.ts'

type Told = {
  kind: ReviewKind
  ago: number
  present: readonly string[]
  notes: readonly { category: Category; by: string; body: string }[]
  actions: readonly { category: Category; text: string; owner: string; dueIn: number; doneAgo?: number }[]
  decisions: readonly string[]
}

const told: readonly Told[] = [
  {
    kind: 'monthly',
    ago: 61,
    present: ['cpto', 'tomas', 'adaeze', 'jonas', 'priya', 'hugh', 'ines'],
    notes: [
      { category: 'delivery', by: 'adaeze', body: 'Change lead time has halved since everybody is on the trunk.' },
      { category: 'cost', by: 'hugh', body: 'Running both streams costs until the last terminal has moved.' },
    ],
    actions: [
      {
        category: 'product',
        text: 'Count meaningful releases every two weeks',
        owner: 'tomas',
        dueIn: -54,
        doneAgo: 58,
      },
      { category: 'reliability', text: 'Rehearse every Settle migration on a copy', owner: 'lena', dueIn: -40 },
    ],
    decisions: ['managed-stream', 'reserve'],
  },
  {
    kind: 'monthly',
    ago: 31,
    present: ['cpto', 'tomas', 'adaeze', 'jonas', 'priya', 'hugh', 'kenji'],
    notes: [
      {
        category: 'product',
        by: 'tomas',
        body: 'Retention falls where a terminal lost its dispatcher; onboarding again helps.',
      },
      {
        category: 'security',
        by: 'priya',
        body: 'Access reviews wait for the new directory. They need an owner before that.',
      },
      { category: 'cost', by: 'cpto', body: 'One more month past the limit, and the stream is up for decision again.' },
    ],
    actions: [
      { category: 'cost', text: 'Ask the vendor for a price per booking', owner: 'jonas', dueIn: -10, doneAgo: 12 },
      { category: 'security', text: 'Classify the ten data stores that hold customer names', owner: 'kenji', dueIn: 6 },
    ],
    decisions: ['berth-oncall', 'customs-bundle'],
  },
  {
    kind: 'weekly',
    ago: 12,
    present: ['cpto', 'adaeze', 'jonas', 'rashid', 'ines'],
    notes: [{ category: 'reliability', by: 'rashid', body: 'Pages rise since Manifest has no rota of its own.' }],
    actions: [],
    decisions: ['cache'],
  },
  {
    kind: 'weekly',
    ago: 5,
    present: ['cpto', 'adaeze', 'jonas', 'lena'],
    notes: [
      {
        category: 'reliability',
        by: 'lena',
        body: 'The rehearsal was skipped: the copy of the ledger was three weeks old.',
      },
    ],
    actions: [{ category: 'reliability', text: 'A fresh copy of the ledger every night', owner: 'lena', dueIn: 4 }],
    decisions: [],
  },
]

/** Of one moment after everything that was entered. */
const order = 20
/** What a review takes, in days. */
const hour = 1 / 24

export const reviewsOf = (cast: Cast): Happening[] =>
  told.flatMap((review) => [hold(cast, { ...review, ago: workingDay(review.ago, cast) }), ...done(cast, review)])

/** Nobody reviews on a weekend: the Friday before. */
function workingDay(ago: number, cast: Cast): number {
  return isBusinessDay(addDays(cast.today, -ago)) ? ago : workingDay(ago + 1, cast)
}

const hold = (cast: Cast, { kind, ago, present, notes, actions, decisions }: Told): Happening => ({
  ...{ ago, order },
  happen: async () => {
    const by = (key: string) => cast.by(key, ago)
    const today = addDays(cast.today, -ago)
    const review = await startReview(by('cpto'), kind, today)
    await recordAttendance(
      by('cpto'),
      review,
      present.map((key) => cast.person(key)),
    )
    for (const note of notes) await noteInReview(by(note.by), review, note.category, note.body)
    for (const { category, text, owner, dueIn } of actions) {
      const action = { category, text, owner: cast.person(owner), dueOn: addDays(cast.today, dueIn) }
      await agreeAction(by('cpto'), review, action)
    }
    for (const key of decisions) await bringDecision(by('cpto'), review, cast.number(key))
    await closeReview(cast.by('cpto', ago - hour), review, { today, organisation: cast.organisation })
  },
})

const done = (cast: Cast, { actions }: Told): Happening[] =>
  actions.flatMap(({ text, owner, doneAgo }) =>
    doneAgo === undefined
      ? []
      : {
          ...{ ago: doneAgo, order },
          happen: async () => {
            const action = (await openActions()).find((one) => one.text === text)
            if (!action) throw new Error(`Nobody agreed to “${text}”`)
            await tickAction(cast.by(owner, doneAgo), action.review, action.id, true)
          },
        },
  )
