import { Changes } from './initiative-changes.tsx'
import { Waiting } from './initiative-dependencies.tsx'
import { DecisionsOn, Facts } from './initiative-facts.tsx'
import { findingOf } from './initiative-finding.ts'
import { Evidence, Readiness } from './initiative-marks.tsx'
import { MetricPair } from './initiative-metrics.tsx'
import { Milestones } from './initiative-milestones.tsx'
import type { InitiativeProps } from './initiative-props.ts'
import { Stages } from './initiative-stages.tsx'
import { Verdict } from './initiative-verdict.tsx'
import { stageNames } from './initiative-words.ts'

export const InitiativePage = (props: InitiativeProps) => {
  const { initiative, canEdit } = props
  const { id, stage, bucketName, origin } = initiative
  return (
    <>
      <div class="head">
        <p class="kick">
          <a href="/initiatives">Initiatives</a> · <b>I-{id}</b> · {stageNames[stage]} · {bucketName}
          {origin === 'direct' && ' · bypassed intake'}
        </p>
        <h1>{findingOf(props)}</h1>
        {canEdit && (
          <p class="acts">
            <a class="btn" href={`/initiatives/${id}/edit`} data-key="e">
              Edit
            </a>
          </p>
        )}
      </div>
      <div class="cols">
        <div>
          <MetricPair {...props} />
          <Verdict {...props} />
          <Milestones {...props} />
          <Waiting {...props} />
          <Changes {...props} />
        </div>
        <div class="side">
          <Stages {...props} />
          <Readiness {...props} />
          <Evidence {...props} />
          <Facts {...props} />
          <DecisionsOn {...props} />
        </div>
      </div>
    </>
  )
}
