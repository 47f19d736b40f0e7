import type { Incident } from '../../src/domain/scorecard/records/records.ts'
import { choicesOf, Input, Ticks } from '../parts/form.tsx'
import { chosenOf, type FormProps, Key, Moment, RecordForm } from './form.tsx'
import { incidentMarks } from './words.ts'

export const IncidentForm = ({ typed, record, place, action }: FormProps<Incident>) => (
  <RecordForm of={{ path: '/incidents', several: 'Incidents', one: 'incident' }} {...{ typed, record, action }}>
    <Input
      name="title"
      label="What happened"
      typed={typed}
      value={record?.title}
      maxlength={300}
      required
      autofocus={!record}
    />
    <div class="row2">
      <Key typed={typed} value={record?.key} placeholder="INC-204" />
      <Input
        name="journey"
        label="Journey"
        typed={typed}
        value={record?.journey}
        maxlength={120}
        hint="The critical journey that suffered, such as checkout."
        optional
      />
    </div>
    <div class="row2">
      <Moment
        name="detectedAt"
        label="Detected"
        typed={typed}
        at={record?.detectedAt}
        place={place}
        hint={`By the clock of ${place.timeZone.replaceAll('_', ' ')}.`}
      />
      <Moment
        name="restoredAt"
        label="Restored"
        typed={typed}
        at={record?.restoredAt}
        place={place}
        hint="Left empty, it is still going on."
        optional
      />
    </div>
    <Ticks
      name="marks"
      legend="What is known of it"
      typed={typed}
      chosen={chosenOf(record, incidentMarks)}
      choices={choicesOf(incidentMarks)}
      hint="Caused by a change: by one made in the 48 hours before."
    />
  </RecordForm>
)
