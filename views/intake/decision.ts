import { weeksLong } from './words.ts'

type Given = {
  request: { id: number; title: string; value: string; requester: string }
  because: string
  restoreCondition: string
  displaced: { item: number; title: string; weeks: number }[]
  buffer: number
}

/** The texts of a decision that accepts a request: what gives way for it is what is not done. */
export const decisionTexts = ({ request, because, restoreCondition, displaced, buffer }: Given) => ({
  title: `Accept R-${request.id}: ${request.title}`.slice(0, 300),
  outcome: request.value,
  rationale: because || `Asked for by ${request.requester}.`,
  notDoing: [
    ...displaced.map(({ item, title, weeks }) =>
      `I-${item} ${title}: ${weeksLong(weeks)}${restoreCondition && `, until ${restoreCondition}`}`.slice(0, 500),
    ),
    ...(buffer > 0 ? [`${weeksLong(buffer)} of the buffer of the quarter`] : []),
  ],
})
