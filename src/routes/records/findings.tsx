import { z } from 'zod'
import { openFindings, findings as store } from '../../../db/records/findings.ts'
import { FindingForm } from '../../../views/records/finding-form.tsx'
import { FindingList } from '../../../views/records/findings.tsx'
import { exposureNames, saidOf, severityNames } from '../../../views/records/words.ts'
import { dueOn, patchWindow, severities } from '../../domain/scorecard/records/patch-windows.ts'
import type { Finding } from '../../domain/scorecard/records/records.ts'
import { choices, line, requiredChoice, requiredLine } from '../../http/fields.ts'
import { optionalDay, requiredDay } from './fields.ts'
import { recordPages } from './pages.tsx'

export const findings = recordPages({
  path: '/findings',
  table: 'findings',
  one: 'finding',
  several: 'findings',
  store,
  fields: z.object({
    key: requiredLine('Please give the key that your tool has for it.', 120),
    title: requiredLine('Please say what was found.', 300),
    severity: requiredChoice(severities, 'Please say how severe it is.'),
    marks: choices(['knownExploited', 'exposed', 'automatable', 'totalImpact']),
    openedOn: requiredDay('Please say when it was opened.'),
    dueOn: optionalDay,
    closedOn: optionalDay,
    seen: line(30),
  }),
  build: ({ key, title, severity, marks, openedOn, dueOn: due, closedOn }): Finding => {
    const exposure = {
      knownExploited: marks.includes('knownExploited'),
      exposed: marks.includes('exposed'),
      automatable: marks.includes('automatable'),
      totalImpact: marks.includes('totalImpact'),
    }
    return {
      ...{ key, title, severity, ...exposure, openedOn, closedOn },
      dueOn: due ?? dueOn(openedOn, patchWindow(exposure)),
    }
  },
  mistakes: ({ openedOn, closedOn }): Record<string, string> =>
    closedOn !== null && closedOn < openedOn ? { closedOn: 'It cannot be closed before it was opened.' } : {},
  list: async (c, rows, list) => (
    <FindingList rows={rows} list={list} summary={await openFindings(c.var.today)} today={c.var.today} />
  ),
  form: (props) => <FindingForm {...props} />,
  told: (finding) => ({
    Key: finding.key,
    'What was found': finding.title,
    Severity: severityNames[finding.severity],
    'It is': saidOf(finding, exposureNames),
    Opened: finding.openedOn,
    Due: finding.dueOn ?? '',
    Closed: finding.closedOn ?? '',
  }),
})
