import type { NamedPerson } from '../../db/people.ts'
import type { Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { Mistakes, Ticks, type Typed } from '../parts/form.tsx'
import { executiveRoleNames } from '../words.ts'
import { sidesSentence } from './words.ts'

type Props = { snapshot: Snapshot; asked: { typed: Typed; people: NamedPerson[] } | null }

export const Attendance = ({ snapshot: { review, attendance, sides, closedOn }, asked }: Props) => (
  <section class="sec" id="attendance" aria-labelledby="h-attendance">
    <header>
      <h2 id="h-attendance">Attendance</h2>
    </header>
    <p>{sidesSentence(sides, attendance.length, closedOn !== null)}</p>
    <ul class="list">
      {attendance.map(({ name, seat }) => (
        <li>
          <span>{name}</span>
          <span class="mute small">{seat && executiveRoleNames[seat]}</span>
        </li>
      ))}
    </ul>
    {asked && (
      <details class="more" open={attendance.length === 0}>
        <summary>Who is here?</summary>
        <form class="form" method="post" action={`/reviews/${review}/attendance`}>
          <Mistakes errors={asked.typed.errors} />
          <Ticks
            name="present"
            legend="Present"
            typed={asked.typed}
            chosen={attendance.map(({ id }) => String(id))}
            choices={asked.people.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
          <p class="acts">
            <button class="btn" type="submit">
              Save attendance
            </button>
          </p>
        </form>
      </details>
    )}
  </section>
)
