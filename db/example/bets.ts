import type { Origin, Stage } from '../../src/domain/roadmap/catalogue.ts'

export type Aim = {
  key: string
  name: string
  outcome: string
  metric: string
  baseline: number
  target: number
  owner: string
}

export const aims: readonly Aim[] = [
  {
    ...{ key: 'stay', name: 'Ports that begin with us stay', metric: 'retention', baseline: 70.6, target: 73 },
    ...{ outcome: 'A crew that books in its first month still books after a winter.', owner: 'tomas' },
  },
  {
    ...{ key: 'audit', name: 'Settlement that needs no second look', metric: 'escaped_defects' },
    ...{ baseline: 0.7, target: 0.4, owner: 'sofia' },
    outcome: 'A terminal closes its month from our figures alone.',
  },
  {
    ...{ key: 'cost', name: 'Bookings that cost what the price list carries', metric: 'infra_cost_per_customer' },
    ...{ baseline: 4.4, target: 3.8, owner: 'jonas' },
    outcome: 'The smallest plan earns money again.',
  },
  {
    ...{ key: 'calm', name: 'Nights without pages', metric: 'on_call_load', baseline: 1.9, target: 1.2 },
    ...{ outcome: 'Whoever is on call sleeps, and hears of trouble once.', owner: 'rashid' },
  },
]

/** An initiative of the example; `days`: how many days ago it came to each stage. */
export type Bet = {
  key: string
  title: string
  aim: string
  bucket: 'bets' | 'platform' | 'risk'
  team: string
  owner: string
  line: string
  effort: number
  /** Absent: it is not planned yet. */
  quarter?: 'last' | 'this' | 'next'
  primary: string
  guardrail?: string
  least: number
  hypothesis: string
  origin?: Origin
  days: { idea: number } & Partial<Record<Stage, number>>
  because?: string
  /** `due` and `met`: days from the loading on, negative in the past. */
  milestones?: readonly { name: string; due: number; met?: number }[]
  waits?: { on: string; note: string; dueIn: number }
}

export const bets: readonly Bet[] = [
  {
    ...{ key: 'cache', title: 'Build cache for every service', aim: 'calm', bucket: 'platform', team: 'Stream & data' },
    ...{ owner: 'jonas', line: 'Platform', effort: 9, quarter: 'last' },
    ...{ primary: 'build_time', guardrail: 'escaped_defects', least: 1 },
    hypothesis: 'Dependencies that are kept between builds take two minutes off each of them.',
    days: { idea: 150, discovery: 143, ready: 122, delivery: 104, shipped: 71, measured: 6 },
    because: 'Two and a half minutes less, and no more defects got out.',
    milestones: [{ name: 'Every service builds with it', due: -70, met: -71 }],
  },
  {
    ...{ key: 'first', title: 'A guided first booking', aim: 'stay', bucket: 'bets', team: 'Berth', owner: 'ines' },
    ...{ line: 'Berth', effort: 22, quarter: 'this', primary: 'activation', guardrail: 'nps', least: 2 },
    hypothesis: 'Crews that are led through one booking make the second by themselves.',
    days: { idea: 140, discovery: 126, ready: 98, delivery: 80, shipped: 20 },
    milestones: [{ name: 'Rotterdam crews have it', due: -24, met: -20 }],
  },
  {
    ...{ key: 'stream', title: 'Everything on the managed stream', aim: 'cost', bucket: 'platform' },
    ...{ team: 'Stream & data', owner: 'jonas', line: 'Stream', effort: 30, quarter: 'this' },
    ...{ primary: 'infra_cost_per_customer', guardrail: 'slo_attainment', least: 0.4 },
    hypothesis: 'With our own nodes switched off, a booking costs half a euro less.',
    days: { idea: 84, discovery: 80, ready: 66, delivery: 52 },
    milestones: [
      { name: 'Berth events moved', due: -30, met: -28 },
      { name: 'Last terminal moved, old nodes off', due: -9 },
    ],
  },
  {
    ...{ key: 'ledger', title: 'Settlement ledger, part one', aim: 'audit', bucket: 'bets', team: 'Settle' },
    ...{ owner: 'sofia', line: 'Settle', effort: 30, quarter: 'this' },
    ...{ primary: 'escaped_defects', guardrail: 'change_lead_time', least: 0.1 },
    hypothesis: 'Entries that are only ever added cannot be wrong twice.',
    days: { idea: 118, discovery: 110, ready: 76, delivery: 48 },
    milestones: [
      { name: 'Both ledgers agree for a month', due: -12, met: -10 },
      { name: 'The old one is read only', due: 24 },
    ],
  },
  {
    ...{ key: 'portal', title: 'Carrier portal', aim: 'stay', bucket: 'bets', team: 'Manifest', owner: 'grace' },
    ...{ line: 'Manifest', effort: 30, quarter: 'this', primary: 'retention', guardrail: 'on_call_load', least: 1 },
    hypothesis: 'Carriers who see their own manifests stop asking terminals, and terminals stay.',
    days: { idea: 128, discovery: 112, ready: 70, delivery: 41 },
    milestones: [{ name: 'First carrier signs in', due: 17 }],
  },
  {
    ...{ key: 'keys', title: 'Keys of the customs agent change every month', aim: 'calm', bucket: 'risk' },
    ...{ team: 'Security', owner: 'priya', line: 'Platform', effort: 12, quarter: 'this' },
    ...{ primary: 'control_coverage', guardrail: 'mttr', least: 1 },
    hypothesis: 'A key that changes by itself is never the one that leaked a year ago.',
    days: { idea: 74, discovery: 70, ready: 44, delivery: 30 },
    milestones: [{ name: 'Rehearsed with the agent', due: 12 }],
  },
  {
    ...{ key: 'export', title: 'Export in Nordwind’s format', aim: 'audit', bucket: 'bets', team: 'Settle' },
    ...{ owner: 'lena', line: 'Settle', effort: 4, quarter: 'this', origin: 'direct' },
    ...{ primary: 'net_revenue_retention', least: 1 },
    hypothesis: 'Nordwind renews once its own controllers can read what we send.',
    days: { idea: 27, discovery: 26, ready: 25, delivery: 24 },
    because: 'The renewal is signed this month or not at all.',
    milestones: [{ name: 'Nordwind reads a month of it', due: 5 }],
  },
  {
    ...{ key: 'ledger-two', title: 'Settlement ledger, part two', aim: 'audit', bucket: 'bets', team: 'Settle' },
    ...{ owner: 'sofia', line: 'Settle', effort: 8, quarter: 'this' },
    ...{ primary: 'escaped_defects', guardrail: 'change_lead_time', least: 0.1 },
    hypothesis: 'Fees that are booked from the same entries need no reconciling.',
    days: { idea: 90, discovery: 68, ready: 33 },
    waits: { on: 'ledger', note: 'Its entries', dueIn: 30 },
  },
  {
    ...{ key: 'mobile', title: 'Customs on mobile', aim: 'stay', bucket: 'bets', team: 'Manifest', owner: 'grace' },
    ...{ line: 'Manifest', effort: 16, quarter: 'this', primary: 'retention', guardrail: 'escaped_defects', least: 1 },
    hypothesis: 'Agents who file from the quay file on the day.',
    days: { idea: 88, discovery: 60, ready: 28 },
    milestones: [{ name: 'Three agents file from a phone', due: 52 }],
  },
  {
    ...{ key: 'region', title: 'Stream in a second region', aim: 'cost', bucket: 'platform', team: 'Stream & data' },
    ...{ owner: 'jonas', line: 'Stream', effort: 12, quarter: 'this' },
    ...{ primary: 'mttr', guardrail: 'cloud_variance', least: 10 },
    hypothesis: 'When one region is gone, berths are still given away within the hour.',
    days: { idea: 64, discovery: 50, ready: 26 },
    waits: { on: 'stream', note: 'One stream to copy, not two', dueIn: -5 },
  },
  {
    ...{ key: 'fees', title: 'Fee catalogue by terminal', aim: 'audit', bucket: 'bets', team: 'Settle' },
    ...{ owner: 'sofia', line: 'Settle', effort: 14, quarter: 'next', primary: 'escaped_defects', guardrail: 'nps' },
    ...{ least: 0.1, hypothesis: 'Wrong fees go where each terminal sees its own.', days: { idea: 50, discovery: 36 } },
  },
  {
    ...{ key: 'offline', title: 'Offline berth planning', aim: 'stay', bucket: 'bets', team: 'Berth', owner: 'ines' },
    ...{ line: 'Berth', effort: 10, quarter: 'next', primary: 'retention', guardrail: 'slo_attainment', least: 1 },
    hypothesis: 'Planners who lose the network keep their plan, and keep us.',
    days: { idea: 58, discovery: 31 },
    waits: { on: 'first', note: 'The same screens', dueIn: 60 },
  },
  {
    ...{ key: 'symptoms', title: 'Page for what terminals feel', aim: 'calm', bucket: 'risk', team: 'Berth' },
    ...{ owner: 'rashid', line: 'Platform', effort: 8, primary: 'on_call_load', guardrail: 'mttr', least: 0.4 },
    ...{ hypothesis: 'Half of the pages are of no consequence to anybody.', days: { idea: 15 } },
  },
  {
    ...{ key: 'rendering', title: 'Invoices from the document service', aim: 'cost', bucket: 'platform' },
    ...{ team: 'Settle', owner: 'lena', line: 'Settle', effort: 11, quarter: 'last' },
    ...{ primary: 'infra_cost_per_customer', guardrail: 'escaped_defects', least: 0.1 },
    hypothesis: 'One renderer less to run.',
    days: { idea: 115, discovery: 101, stopped: 45 },
    because: 'The document service would cost more than the renderer it replaces.',
  },
]
