import type { Child } from 'hono/jsx'
import type { Changes, Cursor } from '../../db/records/store.ts'
import type { Metric } from '../../db/scorecard/metrics.ts'
import { capitalised } from '../words.ts'
import { changesText } from './words.ts'

export type ListProps = {
  /** `/findings` */
  path: string
  next: Cursor | null
  /** Not the first page. */
  further: boolean
  /** What can be computed from these, of what is on the scorecard. */
  metrics: Pick<Metric, 'key' | 'name' | 'derived'>[]
  canAdd: boolean
  canImport: boolean
  /** What an import just did. */
  imported: Changes | null
}

type Words = { several: string; add: string; heading: string; empty: string; isEmpty: boolean }

/** The frame of the three lists. */
export const RecordList = ({ words, list, children }: { words: Words; list: ListProps; children: Child }) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/scorecard">Scorecard</a> · <b>{words.several}</b>
      </p>
      <h1>{words.heading}</h1>
      {!words.isEmpty && <Actions words={words} list={list} />}
      {!words.isEmpty && <ComputedFrom metrics={list.metrics} />}
    </div>
    {list.imported && (
      <p class="remark" role="status">
        Imported: {changesText(list.imported)}.
      </p>
    )}
    {words.isEmpty ? (
      <div class="empty">
        <p>{words.empty}</p>
        <Actions words={words} list={list} />
      </div>
    ) : (
      <>
        {children}
        <Pager {...list} />
      </>
    )}
  </>
)

const Actions = ({ words, list: { path, canAdd, canImport } }: { words: Words; list: ListProps }) =>
  canAdd ? (
    <p class="acts">
      {canImport && (
        <a class="btn" href={`${path}/import`}>
          Import
        </a>
      )}
      <a class="btn pri" href={`${path}/new`}>
        {words.add}
      </a>
    </p>
  ) : null

const ComputedFrom = ({ metrics }: Pick<ListProps, 'metrics'>) => {
  const derived = metrics.filter((metric) => metric.derived)
  const others = metrics.filter((metric) => !metric.derived)
  return (
    <p class="lede">
      {derived.length > 0 && <>Computed from these: {linked(derived)}. </>}
      {others.length > 0 && <>Entered by hand, and could be computed from these: {linked(others)}.</>}
      {metrics.length === 0 && 'No metric on the scorecard is computed from these.'}
    </p>
  )
}

const linked = (metrics: ListProps['metrics']) =>
  metrics.map(({ key, name }, at) => (
    <>
      {at > 0 && ', '}
      <a href={`/scorecard/${key}`}>{capitalised(name)}</a>
    </>
  ))

const Pager = ({ path, next, further }: ListProps) =>
  next || further ? (
    <nav class="pager" aria-label="Pages">
      <p class="acts">
        {further && (
          <a class="btn" href={path}>
            Newest
          </a>
        )}
        {next && (
          <a class="btn" rel="next" href={`${path}?after=${encodeURIComponent(`${next.sort}~${next.id}`)}`}>
            Older
          </a>
        )}
      </p>
    </nav>
  ) : null

/** The record's name, which leads to where it is corrected for those who may. */
export const Named = ({ to, children }: { to: string | null; children: Child }) =>
  to === null ? children : <a href={to}>{children}</a>
