import type { NamedPerson } from '../../db/people.ts'
import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import type { Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import type { Typed } from '../parts/form.tsx'
import { categoryNames } from '../scorecard/words.ts'
import { ActionForm, Actions } from './actions.tsx'
import { Metrics } from './metrics.tsx'
import { NoteForm, Notes } from './notes.tsx'
import { onTargetOf } from './words.ts'

type Props = {
  snapshot: Snapshot
  category: Category
  /** While the review is open and this one may take part: can it be written in here, or is it one click away? */
  writing: { note: Typed; action: Typed; people: NamedPerson[]; next: Category | undefined } | 'elsewhere' | null
}

export const CategorySection = ({ snapshot, category, writing }: Props) => {
  const metrics = snapshot.metrics.filter((metric) => metric.category === category)
  const onTarget = metrics.filter(({ statuses }) => statuses[0] === 'on_target').length
  return (
    <section class="sec" id={`c-${category}`} aria-labelledby={`h-${category}`}>
      <header>
        <h2 id={`h-${category}`}>{categoryNames[category]}</h2>
        <p>{metrics.length > 0 && onTargetOf(onTarget, metrics.length)}</p>
        {writing === 'elsewhere' && (
          <a class="small" href={`/reviews/${snapshot.review}?category=${category}#c-${category}`}>
            Write here
          </a>
        )}
      </header>
      {metrics.length === 0 ? (
        <p class="why">No metric of this category is on the scorecard.</p>
      ) : (
        <Metrics
          metrics={metrics}
          currency={snapshot.currency}
          caption={`Metrics of ${categoryNames[category]}`}
          compared={snapshot.previous !== null}
        />
      )}
      <Minutes {...{ snapshot, category, writing }} />
    </section>
  )
}

const Minutes = ({ snapshot, category, writing }: Props) => {
  const notes = snapshot.notes.filter((note) => note.category === category)
  const actions = snapshot.actions.filter((action) => action.category === category)
  const here = writing !== 'elsewhere' && writing
  if (!here && notes.length + actions.length === 0) return null
  const { review } = snapshot
  return (
    <>
      <div class="figures">
        {(here || notes.length > 0) && (
          <div class="process">
            <h3>Notes</h3>
            <Notes notes={notes} />
            {here && <NoteForm review={review} category={category} typed={here.note} />}
          </div>
        )}
        {(here || actions.length > 0) && (
          <div class="process">
            <h3>Actions</h3>
            <Actions actions={actions} review={writing ? review : null} />
            {here && <ActionForm {...{ review, category }} typed={here.action} people={here.people} />}
          </div>
        )}
      </div>
      {here && <Onward review={review} next={here.next} />}
    </>
  )
}

const Onward = ({ review, next }: { review: number; next: Category | undefined }) => (
  <p class="acts">
    {next ? (
      <a class="btn" href={`/reviews/${review}?category=${next}#c-${next}`}>
        Next: {categoryNames[next]}
      </a>
    ) : (
      <a class="btn" href="#decisions">
        Next: decisions and closing
      </a>
    )}
  </p>
)
