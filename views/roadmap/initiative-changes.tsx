import type { Change } from '../../db/roadmap/changes.ts'
import type { Stage } from '../../src/domain/roadmap/catalogue.ts'
import type { InitiativeProps } from './initiative-props.ts'
import { effortText, quarterText, stageNames } from './initiative-words.ts'

const fewest = 12

/** All that changed of its stage, quarter, effort and rank; newest first. */
export const Changes = ({ initiative: { id }, changes, showAll }: InitiativeProps) => {
  const told = atOnce(changes.filter(({ field, before }) => field !== 'rank' || before !== null))
  const shown = showAll ? told : told.slice(0, fewest)
  return (
    <section class="sec" aria-labelledby="h-changes">
      <header>
        <h2 id="h-changes">Changes</h2>
        <p>of stage, quarter, effort and rank</p>
        {shown.length < told.length && (
          <a class="small" href={`/initiatives/${id}?changes=all#h-changes`}>
            All {told.length}
          </a>
        )}
      </header>
      <ol class="log wide-log">
        {shown.map(([change, ...others]) => (
          <li>
            <time datetime={change.at}>{change.when}</time>
            <div>
              <p>
                {[change, ...others].map(sentence).join('; ')}, {change.by ?? 'Fulcrum'}
                {change.decision && (
                  <>
                    {', '}
                    <a href={`/decisions/${change.decision}`}>D-{change.decision}</a>
                  </>
                )}
              </p>
              {change.because && <small>{change.because}</small>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

type Told = InitiativeProps['changes'][number]

/** What somebody changed in one go, together. */
function atOnce(changes: readonly Told[]): [Told, ...Told[]][] {
  const together: [Told, ...Told[]][] = []
  for (const change of changes) {
    const last = together.at(-1)
    if (last?.[0].at === change.at && last[0].because === change.because) last.push(change)
    else together.push([change])
  }
  return together
}

function sentence({ field, before, after }: Change) {
  if (field === 'rank') return Number(after) < Number(before) ? 'Moved up' : 'Moved down'
  const name = { stage: stageText, quarter: quarterText, effort: effortOf }[field]
  const label = { stage: 'Stage', quarter: 'Quarter', effort: 'Effort' }[field]
  return before === null ? `${label}: ${name(after)}` : `${label}: ${name(before)} → ${name(after)}`
}

const stageText = (stage: string | null) => (stage ? stageNames[stage as Stage] : '–')
const effortOf = (effort: string | null) => effortText(effort === null ? null : Number(effort))
