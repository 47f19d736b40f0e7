import { z } from 'zod'
import { recentDeployments, deployments as store } from '../../../db/records/deployments.ts'
import { DeploymentForm } from '../../../views/records/deployment-form.tsx'
import { DeploymentList } from '../../../views/records/deployments.tsx'
import { deploymentMarks, saidOf } from '../../../views/records/words.ts'
import type { Deployment } from '../../domain/scorecard/records/records.ts'
import { clockOf } from '../../domain/time/moment.ts'
import { choices, line, requiredLine } from '../../http/fields.ts'
import { momentOf, requiredClock } from './fields.ts'
import { fourWeeksAgo, placeOf } from './listed.ts'
import { recordPages } from './pages.tsx'

export const deployments = recordPages({
  path: '/deployments',
  table: 'deployments',
  one: 'deployment',
  several: 'deployments',
  store,
  fields: z.object({
    key: requiredLine('Please give the key that your tool has for it.', 120),
    at: requiredClock('Please say when it was deployed.'),
    marks: choices(['failed', 'rolledBack', 'unplannedFix']),
    seen: line(30),
  }),
  build: ({ key, at, marks }, timeZone, before): Deployment => ({
    key,
    at: momentOf(at, timeZone, before?.at),
    failed: marks.includes('failed'),
    rolledBack: marks.includes('rolledBack'),
    unplannedFix: marks.includes('unplannedFix'),
  }),
  mistakes: () => ({}),
  list: async (c, rows, list) => (
    <DeploymentList rows={rows} list={list} summary={await recentDeployments(fourWeeksAgo(c))} place={placeOf(c)} />
  ),
  form: (props) => <DeploymentForm {...props} />,
  told: (deployment, timeZone) => ({
    Key: deployment.key,
    Deployed: clockOf(deployment.at, timeZone),
    'What came of it': saidOf(deployment, deploymentMarks),
  }),
})
