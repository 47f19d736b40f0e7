import type { Child } from 'hono/jsx'
import type { Happened } from '../../db/intake/record.ts'
import { shortDay } from '../dates.ts'

type Props = { events: Happened[]; requester: string; dayOf: (moment: string) => string; today: string }

export const HappenedToIt = ({ events, requester, dayOf, today }: Props) => (
  <section class="sec" aria-labelledby="h-hist">
    <header>
      <h2 id="h-hist">What happened</h2>
      <p>nothing is ever overwritten</p>
    </header>
    <ol class="log">
      {events.map((event) => (
        <li>
          <time datetime={event.at}>{shortDay(dayOf(event.at), today)}</time>
          <p>
            <b>{event.person ?? (event.kind === 'request.came_in' ? requester : 'Fulcrum')}</b> {sentence(event)}
          </p>
        </li>
      ))}
    </ol>
  </section>
)

type Told = Record<string, unknown> & { because?: string; displaced?: string[]; instead?: string[] }

function sentence({ kind, after }: Happened): Child {
  const is = after ? (JSON.parse(after) as Told) : {}
  const tell = sentences[kind]
  return tell ? tell(is) : kind.replace('request.', '').replaceAll('_', ' ')
}

const because = ({ because }: Told) => (because ? `: ${because}` : '.')

const sentences: Record<string, (is: Told) => Child> = {
  'request.filed': () => 'filed it.',
  'request.came_in': () => 'asked for it.',
  'request.accepted': (is) => `accepted it as ${is.initiative}${displacing(is)}${because(is)}`,
  'request.declined': (is) => `declined it${because(is)}`,
  'request.parked': (is) => `parked it${because(is)}`,
  'request.reopened': () => 'put it back into the queue.',
  'request.acceptance_cancelled': (is) => `cancelled the acceptance${because(is)}`,
  'request.restored_an_item': (is) =>
    `restored ${is.restored}${is.instead ? `, ${is.instead.map(given).join(', ')} instead` : ''}${because(is)}`,
  'request.sorted': ({ theme }) => (theme ? `sorted it under “${theme}”.` : 'took it out of its theme.'),
  'request.told': () => 'told the requester what came of it.',
}

function displacing({ displaced = [], buffer }: Told) {
  const all = [...displaced.map(given), ...(buffer ? [`${buffer} pw of the buffer`] : [])]
  return all.length > 0 ? `, displacing ${all.join(', ')}` : ''
}

/** `I-3: 4` */
const given = (text: string) => {
  const [item, weeks] = text.split(': ')
  return `${weeks} pw of ${item}`
}
