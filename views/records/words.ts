import type { Severity } from '../../src/domain/scorecard/records/patch-windows.ts'
import type { Deployment, Finding, Incident } from '../../src/domain/scorecard/records/records.ts'
import { localDate, localTime } from '../../src/domain/time/zone.ts'
import { shortDay } from '../dates.ts'
import { counted, wholeNumber } from '../words.ts'

export const severityNames: Record<Severity, string> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
}

type Flags<One, Name extends keyof One> = Record<Name & string, string>

export const exposureNames: Flags<Finding, 'knownExploited' | 'exposed' | 'automatable' | 'totalImpact'> = {
  knownExploited: 'known to be exploited',
  exposed: 'reachable from outside',
  automatable: 'attackable by script',
  totalImpact: 'gives full control',
}
export const incidentMarks: Flags<Incident, 'userImpacting' | 'causedByChange'> = {
  userImpacting: 'users felt it',
  causedByChange: 'caused by a change',
}
export const deploymentMarks: Flags<Deployment, 'failed' | 'rolledBack' | 'unplannedFix'> = {
  failed: 'failed',
  rolledBack: 'rolled back',
  unplannedFix: 'unplanned fix',
}

/** The flags that are set, in words. */
export const saidOf = <Name extends string>(
  record: Record<NoInfer<Name>, boolean>,
  names: Record<Name, string>,
): string =>
  (Object.keys(names) as Name[])
    .filter((name) => record[name])
    .map((name) => names[name])
    .join(', ')

/** Where and when a page is read. */
export type Place = { today: string; timeZone: string }

/** "12 Nov, 10:05" */
export const momentText = (moment: string, { today, timeZone }: Place) =>
  `${shortDay(localDate(moment, timeZone), today)}, ${localTime(moment, timeZone)}`

/** "42 min", "3 h 20 min", "2 d 4 h" */
export function lasting(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole < 60) return `${whole}\u00a0min`
  if (whole < 48 * 60) return parted([Math.floor(whole / 60), 'h'], [whole % 60, 'min'])
  const hours = Math.round(whole / 60)
  return parted([Math.floor(hours / 24), 'd'], [hours % 24, 'h'])
}

const parted = (...parts: [number, string][]) =>
  parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${wholeNumber(count)}\u00a0${unit}`)
    .join(' ')

/** What an import does or did: "twelve new, one corrected". */
export const changesText = ({ added, corrected, unchanged }: { added: number; corrected: number; unchanged: number }) =>
  [
    ...(added > 0 ? [counted(added, 'new', 'new')] : []),
    ...(corrected > 0 ? [counted(corrected, 'corrected', 'corrected')] : []),
    ...(unchanged > 0 ? [counted(unchanged, 'unchanged', 'unchanged')] : []),
  ].join(', ')
