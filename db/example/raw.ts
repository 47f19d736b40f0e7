import type { Severity } from '../../src/domain/scorecard/records/patch-windows.ts'

/**
 * Week by week, the newest complete one last. A letter is a deployment: f failed, r failed and was rolled back, u an
 * unplanned fix.
 */
export const deploymentWeeks = '.... .f... ..ru. ...... .... ...fu. ..r.. ...... ..r.u.. .f.... .r..fu. .r.uf..u'.split(
  ' ',
)

type ToldIncident = {
  /** Of so many weeks before the newest complete one, and so many days into it. */
  back: number
  day: number
  clock: string
  minutes: number
  title: string
  journey: string
  userImpacting: boolean
  causedByChange: boolean
}

const incident = (
  back: number,
  day: number,
  clock: string,
  minutes: number,
  title: string,
  { journey = '', felt = true, byChange = false } = {},
): ToldIncident => ({ back, day, clock, minutes, title, journey, userImpacting: felt, causedByChange: byChange })

const [booking, customs] = ['booking', 'customs']

export const toldIncidents: readonly ToldIncident[] = [
  incident(11, 2, '08:14', 52, 'Berth plans load without their vessels', { journey: booking, byChange: true }),
  incident(10, 3, '06:05', 61, 'Stream behind at the Antwerp peak', { journey: booking }),
  incident(9, 2, '16:40', 38, 'Manifests rejected for a missing harbour code', { journey: customs }),
  incident(8, 3, '11:22', 34, 'Fees shown without tax', { byChange: true }),
  incident(7, 4, '17:03', 47, 'Stream stood still at the Rotterdam peak', { journey: booking }),
  incident(6, 1, '14:51', 44, 'Tracking map empty for two terminals', { journey: 'tracking' }),
  incident(5, 5, '09:12', 412, 'Customs filings refused: certificate of the agent ran out', { journey: customs }),
  incident(4, 3, '13:19', 41, 'Invoices sent twice', { byChange: true }),
  incident(3, 1, '02:30', 71, 'Nightly export late', { felt: false }),
  incident(2, 2, '07:48', 49, 'Search for berths slow', { journey: booking }),
  incident(1, 4, '10:36', 58, 'Settle migration locked the ledger', { byChange: true }),
  incident(0, 2, '15:25', 55, 'Settle migration without its index', { byChange: true }),
]

type ToldFinding = {
  /** Of so many months before the newest complete one, opened on that day; `now`: so many days ago. */
  back: number | 'now'
  day: number
  /** Days until it was closed; null: it is open. */
  open: number | null
  severity: Severity
  /** What is known of it: K exploited, E exposed, A automatable, T total impact. */
  seen: string
  title: string
}

const finding = (
  back: number | 'now',
  day: number,
  severity: Severity,
  seen: string,
  open: number | null,
  title: string,
): ToldFinding => ({ back, day, severity, seen, open, title })

export const toldFindings: readonly ToldFinding[] = [
  finding(2, 1, 'critical', 'EA', 6, 'Request smuggling in the gateway'),
  finding(2, 3, 'high', 'E', 31, 'Outdated cipher on the file gateway'),
  finding(2, 6, 'medium', '', 40, 'Verbose errors in the tariff service'),
  finding(2, 8, 'critical', 'K', 9, 'Parser of customs messages overruns'),
  finding(2, 12, 'high', 'A', 24, 'Regular expression that never ends in search'),
  finding(2, 15, 'critical', 'ET', 10, 'Deserialisation in the invoice renderer'),
  finding(2, 20, 'low', '', 12, 'Directory listing on the status page'),
  finding(1, 2, 'critical', 'EAT', 2, 'Sign-in library accepts unsigned tokens'),
  finding(1, 4, 'high', 'ET', 11, 'Server-side request forgery in webhooks'),
  finding(1, 5, 'critical', 'EA', 8, 'Image decoder in the scanner service'),
  finding(1, 9, 'critical', 'K', 7, 'Kernel of the build hosts'),
  finding(1, 13, 'medium', 'E', null, 'Cookies without a site restriction in the old portal'),
  finding(1, 14, 'critical', 'ET', 12, 'Archive extraction writes outside its folder'),
  finding(1, 21, 'high', 'A', 30, 'Message broker client leaks memory'),
  finding(0, 1, 'critical', 'EA', 5, 'Header injection in the export'),
  finding(0, 2, 'critical', 'EAT', 1, 'Template engine runs what it is given'),
  finding(0, 3, 'critical', 'EA', null, 'File gateway: path traversal by unauthenticated peers'),
  finding(0, 4, 'high', 'E', null, 'Directory service answers anonymous queries'),
  finding(0, 5, 'critical', 'K', 10, 'Compression library of the base image'),
  finding(0, 8, 'critical', 'ET', 9, 'Ledger report reads other tenants’ rows'),
  finding(0, 10, 'critical', 'EA', 8, 'HTTP/2 resets exhaust the proxy'),
  finding(0, 11, 'high', 'A', 15, 'Cron runner trusts its environment'),
  finding(0, 13, 'critical', 'KE', 11, 'VPN appliance of the Porto office'),
  finding(0, 16, 'medium', '', null, 'Test accounts older than a year'),
  finding('now', 2, 'critical', 'ET', null, 'Certificate check skipped by the customs client'),
]
