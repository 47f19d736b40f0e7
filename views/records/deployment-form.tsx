import type { Deployment } from '../../src/domain/scorecard/records/records.ts'
import { choicesOf, Ticks } from '../parts/form.tsx'
import { chosenOf, type FormProps, Key, Moment, RecordForm } from './form.tsx'
import { deploymentMarks } from './words.ts'

export const DeploymentForm = ({ typed, record, place, action }: FormProps<Deployment>) => (
  <RecordForm of={{ path: '/deployments', several: 'Deployments', one: 'deployment' }} {...{ typed, record, action }}>
    <div class="row2">
      <Key typed={typed} value={record?.key} placeholder="web-2026.45.1" autofocus={!record} />
      <Moment
        name="at"
        label="Deployed"
        typed={typed}
        at={record?.at}
        place={place}
        hint={`By the clock of ${place.timeZone.replaceAll('_', ' ')}.`}
      />
    </div>
    <Ticks
      name="marks"
      legend="What came of it"
      typed={typed}
      chosen={chosenOf(record, deploymentMarks)}
      choices={choicesOf(deploymentMarks)}
      hint="Failed: somebody had to step in at once. Unplanned fix: made only to repair what users met. None: it held."
    />
  </RecordForm>
)
