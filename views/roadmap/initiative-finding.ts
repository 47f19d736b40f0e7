import { daysBetween } from '../../src/domain/time/days.ts'
import { longDay, shortDay } from '../dates.ts'
import { counted } from '../words.ts'
import type { InitiativeProps } from './initiative-props.ts'
import { listed, missingText, stageNames } from './initiative-words.ts'
import { blockerText } from './words.ts'

/** Where it stands, in a sentence. */
export const findingOf = (props: InitiativeProps): string =>
  `${props.initiative.title.replace(/[.:;]$/, '')}: ${standing(props)}.`

function standing(props: InitiativeProps): string {
  const { initiative, missing } = props
  const { stage, stoppedFrom } = initiative
  const held = heldUp(props)
  if (stage === 'idea') return 'still an idea'
  if (stage === 'stopped')
    return `stopped ${stoppedFrom ? `in ${stageNames[stoppedFrom].toLowerCase()}` : ''}${why(props)}`
  if (stage === 'shipped' || stage === 'measured') return launched(props)
  if (held) return `${stage === 'ready' ? 'ready' : `in ${stage}`}, but ${held}`
  if (stage === 'delivery') return `in delivery; ${next(props)}`
  const lacks = missing.length > 0 ? `it lacks ${missingText(missing)}` : null
  if (stage === 'discovery') return lacks ? `in discovery; ${lacks}` : 'in discovery, with nothing missing for delivery'
  return lacks ? `called ready, but ${lacks}` : 'ready, and can be committed to delivery'
}

function heldUp({ blocked, initiative }: InitiativeProps) {
  const by = blocked.find(({ id }) => id === initiative.id)?.by
  if (!by) return null
  return `it waits for ${listed(by.map(({ id, because }) => `I-${id}, ${blockerText(because)}`))}`
}

const why = ({ changes }: InitiativeProps) => {
  const because = changes.find(({ field, after }) => field === 'stage' && after === 'stopped')?.because
  return because ? `: ${because.replace(/\.$/, '')}` : ''
}

function next({ milestones, today, initiative }: InitiativeProps) {
  const ahead = milestones.find(({ actualOn }) => actualOn === null)
  if (!ahead && milestones.length > 0) return 'every milestone is met'
  if (!ahead) {
    return initiative.startedOn
      ? `it has no milestone, and began on ${longDay(initiative.startedOn)}`
      : 'it has no milestone'
  }
  const late = daysBetween(ahead.plannedOn, today)
  if (late > 0) return `“${ahead.name}” is ${counted(late, 'day')} late`
  return `“${ahead.name}” is next, on ${shortDay(ahead.plannedOn, today)}`
}

function launched({ initiative: { launchedOn, stage }, judgement }: InitiativeProps) {
  const when = launchedOn ? `shipped on ${longDay(launchedOn)}` : stage
  if (!judgement) return `${when}; without its two metrics nobody can say what came of it`
  if (judgement.verdict !== 'inconclusive') return `${when}; ${said[judgement.verdict]}`
  return judgement.earliest
    ? `${when}; what came of it can be told on ${longDay(judgement.earliest)} at the earliest`
    : `${when}; what came of it cannot be told`
}

const said = {
  win: 'a win so far',
  trade_off: 'a trade-off, which owes a decision',
  not_proven: 'not proven to have moved anything',
  harm: 'it harmed and did not help',
  inconclusive: 'inconclusive',
}
