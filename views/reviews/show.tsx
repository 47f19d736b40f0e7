import type { NamedPerson } from '../../db/people.ts'
import type { Seal } from '../../db/reviews/close.ts'
import type { Category } from '../../src/domain/scorecard/catalogue.ts'
import { reviewed } from '../../src/domain/scorecard/reviews/catalogue.ts'
import type { ReviewDecision, Snapshot } from '../../src/domain/scorecard/reviews/snapshot.ts'
import { longDay } from '../dates.ts'
import type { Typed } from '../parts/form.tsx'
import { categoryNames } from '../scorecard/words.ts'
import { Actions } from './actions.tsx'
import { Attendance } from './attendance.tsx'
import { CategorySection } from './category.tsx'
import { Changed } from './changed.tsx'
import { Decisions } from './decisions.tsx'
import { SealLine } from './seal.tsx'
import { finding, owing, reviewKindNames, sidesSentence } from './words.ts'

/** The forms of an open review, for those who may take part in it. */
export type Acting = {
  category: Category
  people: NamedPerson[]
  typed: Record<'note' | 'action' | 'decision' | 'attendance', Typed>
  mayClose: boolean
}

type Props = { snapshot: Snapshot; decisions: ReviewDecision[]; seal: Seal | null; acting: Acting | null }

/** Open or sealed, the same page: a sealed one is drawn from nothing but what was kept. */
export const ReviewPage = ({ snapshot, decisions, seal, acting }: Props) => (
  <>
    <Head snapshot={snapshot} />
    {seal && <SealLine seal={seal} closedOn={snapshot.closedOn ?? ''} />}
    <div class="cols">
      <div>
        <Changed snapshot={snapshot} />
      </div>
      <div>
        <Attendance snapshot={snapshot} asked={acting && { typed: acting.typed.attendance, people: acting.people }} />
      </div>
    </div>
    <Carried snapshot={snapshot} acting={acting} />
    <Categories snapshot={snapshot} acting={acting} />
    <Decisions
      review={snapshot.review}
      decisions={decisions}
      asked={acting && { typed: acting.typed.decision, suggestion: `${categoryNames[acting.category]}: ` }}
    />
    {snapshot.closedOn === null && <Closing snapshot={snapshot} mayClose={acting?.mayClose ?? false} />}
  </>
)

const Head = ({ snapshot }: { snapshot: Snapshot }) => (
  <div class="head">
    <p class="kick">
      <a href="/reviews">Reviews</a> · <b>{reviewKindNames[snapshot.kind]}</b> · {whenOf(snapshot)}
    </p>
    <h1>{finding(snapshot.metrics)}</h1>
    <p class="acts">
      {snapshot.previous && snapshot.closedOn && (
        <a class="btn" href={`/reviews/compare?a=${snapshot.previous.review}&b=${snapshot.review}`}>
          Compare with the last
        </a>
      )}
      <a class="btn" href={`/reviews/${snapshot.review}/pack`}>
        Board pack
      </a>
    </p>
  </div>
)

export const whenOf = ({ startedOn, startedBy, closedOn, closedBy }: Snapshot) =>
  closedOn
    ? `closed on ${longDay(closedOn)}${closedBy ? ` by ${closedBy}` : ''}`
    : `open since ${longDay(startedOn)}${startedBy ? `, started by ${startedBy}` : ''}`

const Carried = ({ snapshot: { carried, review }, acting }: { snapshot: Snapshot; acting: Acting | null }) => {
  if (carried.length === 0) return null
  return (
    <section class="sec" aria-labelledby="h-carried">
      <header>
        <h2 id="h-carried">Agreed earlier</h2>
        <p>actions of earlier reviews that were still open</p>
      </header>
      <Actions actions={carried} review={acting && review} />
    </section>
  )
}

const Categories = ({ snapshot, acting }: { snapshot: Snapshot; acting: Acting | null }) => {
  const categories = reviewed[snapshot.kind]
  const query = (category: Category) => (acting ? `/reviews/${snapshot.review}?category=${category}` : '')
  return (
    <>
      <div class="bar process">
        <nav class="tabs" aria-label="Categories, and how many metrics of each need a word">
          {categories.map((category) => (
            <a
              href={`${query(category)}#c-${category}`}
              aria-current={acting?.category === category ? 'step' : undefined}
            >
              {categoryNames[category]} <Owing count={owing(snapshot.metrics, category)} />
            </a>
          ))}
        </nav>
      </div>
      {categories.map((category, at) => (
        <CategorySection
          snapshot={snapshot}
          category={category}
          writing={
            acting &&
            (acting.category === category
              ? { ...acting.typed, people: acting.people, next: categories[at + 1] }
              : 'elsewhere')
          }
        />
      ))}
    </>
  )
}

const Owing = ({ count }: { count: number }) => (count === 0 ? null : <span class="n">{count}</span>)

const Closing = ({ snapshot, mayClose }: { snapshot: Snapshot; mayClose: boolean }) => (
  <section class="sec" id="closing" aria-labelledby="h-closing">
    <header>
      <h2 id="h-closing">Closing</h2>
    </header>
    <div class="form">
      <p>
        Closing seals all of this as it stands: numbers, limits, statuses, reasons, notes, actions and decisions. Nobody
        can change it afterwards, and later corrections of readings leave it alone.
      </p>
      {!(snapshot.sides.product && snapshot.sides.engineering) && (
        <p>
          {sidesSentence(snapshot.sides, snapshot.attendance.length, false)} The record will say so.{' '}
          <a href="#attendance">Who is here?</a>
        </p>
      )}
      {mayClose ? (
        <form method="post" action={`/reviews/${snapshot.review}/closing`}>
          <button class="btn pri" type="submit">
            Close and seal the review
          </button>
        </form>
      ) : (
        <p>
          {snapshot.startedBy ? `${snapshot.startedBy}, who started it,` : 'Whoever started it'} or an editor closes it.
        </p>
      )}
    </div>
  </section>
)
