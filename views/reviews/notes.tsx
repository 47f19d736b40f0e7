import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import type { ReviewNote } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { Mistakes, TextArea, type Typed } from '../parts/form.tsx'

export const Notes = ({ notes }: { notes: ReviewNote[] }) => (
  <ul class="list">
    {notes.map(({ body, by }) => (
      <li>
        <div>
          {body.split('\n').map((line) => (
            <p>{line}</p>
          ))}
        </div>
        <span class="mute small">{by}</span>
      </li>
    ))}
  </ul>
)

export const NoteForm = ({ review, category, typed }: { review: number; category: Category; typed: Typed }) => (
  <form class="form" method="post" action={`/reviews/${review}/notes`}>
    <Mistakes errors={typed.errors} />
    <input type="hidden" name="category" value={category} />
    <TextArea name="body" label="New note" typed={typed} maxlength={2000} required />
    <p class="acts">
      <button class="btn" type="submit">
        Add note
      </button>
    </p>
  </form>
)
