import type { Source, Urgency } from '../../src/domain/intake/catalogue.ts'
import { addDays } from '../../src/domain/time/days.ts'
import { accept } from '../intake/acceptance.ts'
import { decline, park } from '../intake/answers.ts'
import { fileRequest } from '../intake/requests.ts'
import { addTheme, sortInto } from '../intake/themes.ts'
import { blankInitiative } from '../roadmap/initiatives.ts'
import type { Cast, Happening } from './cast.ts'
import { type Placed, placedAt, quartersOf, teamCalled } from './roadmap.ts'

type Asked = {
  title: string
  by: string
  ago: number
  requester: string
  source: Source
  urgency?: Urgency
  value: string
  evidence?: string
  customer?: string
  line: string
  voice?: string
  answered?: { by: string; ago: number; because: string } & (Accepted | { as: 'declined' } | { as: 'parked' })
}

type Accepted = {
  as: 'accepted'
  effort: number
  /** The initiative that gives all of these weeks, until when, and which decision it hangs on. */
  from: string
  restore: string
  team: string
  owner: string
  aim: string
  decision?: string
}

const voices = ['Signing on with one’s own account', 'Working without a network']

const asked: readonly Asked[] = [
  {
    ...{ title: 'The CSV import for berth plans back', by: 'ines', ago: 62, requester: 'Planner, port of Bilbao' },
    ...{
      source: 'customer_feedback',
      value: 'A script of theirs breaks without it.',
      customer: 'Bilbao',
      line: 'Berth',
    },
    answered: { as: 'declined', by: 'ines', ago: 57, because: 'The interface does the same; we help with the script.' },
  },
  {
    ...{ title: 'Berth plans that open without a network', by: 'ines', ago: 54, requester: 'Harbour master, Tema' },
    ...{ source: 'customer_feedback', value: 'The line is down two hours a week.', customer: 'Tema', line: 'Berth' },
    voice: 'Working without a network',
    answered: { as: 'parked', by: 'ines', ago: 48, because: 'Offline berth planning is looked at next quarter.' },
  },
  {
    ...{ title: 'Dark theme for terminals', by: 'grace', ago: 40, requester: 'Night shift, Gdańsk' },
    ...{ source: 'support', value: 'Screens blind at night.', customer: 'Gdańsk', line: 'Manifest' },
    answered: { as: 'parked', by: 'tomas', ago: 34, because: 'Two customers asked; at five we look again.' },
  },
  {
    ...{ title: 'The company’s colours for each terminal', by: 'camille', ago: 38, requester: 'Camille Laurent' },
    ...{ source: 'sales_escalation', value: 'It would look well in a tender.', line: 'Berth' },
    answered: { as: 'declined', by: 'tomas', ago: 31, because: 'No tender was lost for it.' },
  },
  {
    ...{ title: 'Customs form for Ghana', by: 'rashid', ago: 23, requester: 'Customs agent, Tema' },
    ...{ source: 'regulation', urgency: 'urgent', customer: 'Tema', line: 'Manifest' },
    ...{ value: 'The old form is refused from next quarter on.', evidence: 'Notice of the revenue authority' },
    answered: {
      ...{ as: 'accepted', by: 'cpto', ago: 18, because: 'Without it nothing is cleared in Tema.', effort: 5 },
      ...{ from: 'mobile', restore: 'the form is in use', team: 'Manifest', owner: 'rashid', aim: 'stay' },
    },
  },
  {
    ...{ title: 'Nordwind sign-on', by: 'camille', ago: 15, requester: 'Camille Laurent', customer: 'Nordwind' },
    ...{ source: 'sales_escalation', urgency: 'urgent', line: 'Settle', voice: 'Signing on with one’s own account' },
    ...{ value: 'A renewal of 400 000 a year.', evidence: 'Letter of their chief of information' },
    answered: {
      ...{ as: 'accepted', by: 'cpto', ago: 11, because: 'The renewal before the ledger’s second part.', effort: 8 },
      ...{ from: 'ledger-two', restore: 'Nordwind is live', team: 'Settle', owner: 'lena', aim: 'stay' },
      decision: 'nordwind-sso',
    },
  },
  {
    ...{ title: 'Sign-on through Bremen’s own directory', by: 'grace', ago: 9, requester: 'Port of Bremen' },
    ...{ source: 'customer_feedback', value: 'Forty accounts less to keep.', customer: 'Bremen', line: 'Manifest' },
    voice: 'Signing on with one’s own account',
  },
  {
    ...{ title: 'All open claims as one file for the auditors', by: 'hugh', ago: 6, requester: 'Hugh Ellery' },
    ...{ source: 'executive_ask', urgency: 'urgent', line: 'Settle', value: 'They are in the house in three weeks.' },
  },
  {
    ...{ title: 'Dangerous goods by the new list', by: 'priya', ago: 4, requester: 'Priya Raman' },
    ...{ source: 'security', urgency: 'urgent', line: 'Manifest' },
    ...{ value: 'Eleven substances are declared wrongly.', evidence: 'Our own check of 400 manifests' },
  },
  {
    ...{ title: 'Invoices in Polish', by: 'sofia', ago: 2, requester: 'Accounts, Gdańsk', customer: 'Gdańsk' },
    ...{ source: 'support', value: 'Each one is translated by hand.', line: 'Settle' },
  },
]

/** Of one moment after the roadmap. */
const order = { voice: 18, file: 18.1, answer: 18.2 }
const heard = 63

/** Ten requests through the one door, six of them answered. */
export function intakeOf(cast: Cast, placed: Placed): Happening[] {
  return [
    ...voices.map((name) => ({
      ...{ ago: heard, order: order.voice },
      happen: async () => placed.set(name, await addTheme(cast.by('tomas', heard), name)),
    })),
    ...asked.flatMap((one) => [
      { ago: one.ago, order: order.file, happen: () => file(cast, placed, one) },
      ...(one.answered
        ? [{ ago: one.answered.ago, order: order.answer, happen: () => answer(cast, placed, one) }]
        : []),
    ]),
  ]
}

async function file(cast: Cast, placed: Placed, { title, by, ago, line, voice, ...told }: Asked) {
  const { requester, source, urgency = 'normal', value, evidence = '', customer = '' } = told
  const id = await fileRequest(cast.by(by, ago), {
    ...{ title, requester, requesterEmail: '', source, urgency, value, evidence, productLine: line, customer },
    ...{ segment: '', competitor: '' },
  })
  placed.set(title, id)
  if (voice) await sortInto(cast.by(by, ago), id, 1, placedAt(placed, voice))
}

async function answer(cast: Cast, placed: Placed, { title, line, value, voice, answered }: Asked) {
  if (!answered) return
  const { because, ago } = answered
  const id = placedAt(placed, title)
  const by = cast.by(answered.by, ago)
  const seen = voice ? 2 : 1
  const calendar = { today: addDays(cast.today, -ago), timeZone: cast.organisation.timeZone }
  if (answered.as === 'declined') return decline(by, id, seen, { because, calendar })
  if (answered.as === 'parked') return park(by, id, seen, { because, calendar })
  const { effort, from, restore, decision } = answered
  const becomes = {
    ...{ ...blankInitiative, title, effort, hypothesis: value, productLine: line, quarter: quartersOf(cast).this },
    ...{ owner: cast.person(answered.owner), team: await teamCalled(answered.team) },
    theme: placedAt(placed, answered.aim),
  }
  const given = { effort, because, buffer: 0, restoreCondition: restore, becomes }
  const displaced = [{ item: placedAt(placed, from), weeks: effort }]
  await accept(by, id, seen, { ...given, displaced, decision: decision ? cast.number(decision) : null }, calendar)
}
