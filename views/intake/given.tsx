import type { Given as Entry } from '../../db/intake/record.ts'
import { shortDay } from '../dates.ts'
import { weeksLong, weeksShort } from './words.ts'

type Props = { given: Entry[]; dayOf: (moment: string) => string; today: string; canRestore: boolean }

/** What a request took; what was given back since is grey. */
export const Given = ({ given, dayOf, today, canRestore }: Props) => {
  const held = given.filter(({ restoredAt }) => restoredAt === null)
  const weeks = held.reduce((sum, { personWeeks }) => sum + personWeeks, 0)
  return (
    <section class="sec" aria-labelledby="h-given">
      <header>
        <h2 id="h-given">What it displaces</h2>
        <p>{weeks > 0 ? `${weeksLong(weeks)} now` : 'all of it was given back'}</p>
        <a class="small" href="/displacement">
          The ledger
        </a>
      </header>
      <ul class="list">
        {given.map((entry) => (
          <li class={entry.restoredAt === null ? undefined : 'mute'}>
            <span>
              {entry.initiative === null ? (
                'Buffer of the quarter'
              ) : (
                <a href={`/initiatives/${entry.initiative}`}>
                  I-{entry.initiative} {entry.title}
                </a>
              )}
              <small>{below(entry, (moment) => shortDay(dayOf(moment), today))}</small>
            </span>
            <span class="nw">
              {weeksShort(entry.personWeeks)}
              {canRestore && entry.restoredAt === null && entry.initiative !== null && (
                <>
                  {' '}
                  <a class="small" href={`/displacement/${entry.id}/restoration`}>
                    Restore
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function below({ at, restoredAt, restoreCondition }: Entry, dayText: (moment: string) => string) {
  if (restoredAt !== null) return `displaced ${dayText(at)}, restored ${dayText(restoredAt)}`
  return `since ${dayText(at)}${restoreCondition ? `, until ${restoreCondition}` : ''}`
}
