import type { Finding } from '../../src/domain/scorecard/records/records.ts'
import { choicesOf, Input, Select, Ticks } from '../parts/form.tsx'
import { chosenOf, type FormProps, Key, RecordForm } from './form.tsx'
import { exposureNames, severityNames } from './words.ts'

export const FindingForm = ({ typed, record, place, action }: FormProps<Finding>) => (
  <RecordForm of={{ path: '/findings', several: 'Findings', one: 'finding' }} {...{ typed, record, action }}>
    <Input
      name="title"
      label="What was found"
      typed={typed}
      value={record?.title}
      maxlength={300}
      required
      autofocus={!record}
    />
    <div class="row2">
      <Key typed={typed} value={record?.key} placeholder="CVE-2026-1234, VULN-17" />
      <Select
        name="severity"
        label="Severity"
        typed={typed}
        value={record?.severity ?? 'critical'}
        choices={choicesOf(severityNames)}
      />
    </div>
    <Ticks
      name="marks"
      legend="It is"
      typed={typed}
      chosen={chosenOf(record, exposureNames)}
      choices={choicesOf(exposureNames)}
    />
    <div class="row2">
      <Input
        name="openedOn"
        label="Opened on"
        type="date"
        typed={typed}
        value={record?.openedOn ?? place.today}
        required
      />
      <Input name="dueOn" label="Due on" type="date" typed={typed} value={record?.dueOn} hint={dueHint} optional />
      <Input name="closedOn" label="Closed on" type="date" typed={typed} value={record?.closedOn} optional />
    </div>
  </RecordForm>
)

const dueHint =
  'Left empty, it follows from the ticks: three, 14 or 60 days, or the next upgrade (CISA BOD 26-04, 2026).'
