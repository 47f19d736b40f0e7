import type { Measured } from '../../db/roadmap/measured.ts'
import type { ListedTheme } from '../../db/roadmap/themes.ts'
import { isReached } from '../../src/domain/roadmap/outcome.ts'
import { targetText, withUnit } from '../scorecard/words.ts'
import { capitalised, counted } from '../words.ts'
import { effortText, quarterText } from './initiative-words.ts'

export type ThemeListProps = {
  themes: ListedTheme[]
  measured: Map<number, Measured>
  canAdd: boolean
  currency: string
}

export const ThemeList = (list: ThemeListProps) => (
  <>
    <div class="head">
      <p class="kick">
        <a href="/initiatives">Initiatives</a> · <b>Themes</b>
      </p>
      <h1>{finding(list)}</h1>
      {list.canAdd && list.themes.length > 0 && (
        <p class="acts">
          <a class="btn pri" href="/themes/new">
            Add a theme
          </a>
        </p>
      )}
    </div>
    {list.themes.length === 0 ? <Empty canAdd={list.canAdd} /> : <Table {...list} />}
  </>
)

function finding({ themes, measured }: ThemeListProps) {
  const open = themes.filter(({ closedAt }) => closedAt === null)
  if (themes.length === 0) return 'No theme says yet what is to become better.'
  if (open.length === 0) return 'No theme is pursued any more.'
  const reached = open.filter((theme) => outcomeOf(theme, measured) === true).length
  const vague = open.filter(({ metric, target }) => metric === null || target === null).length
  const what = `${capitalised(counted(open.length, 'theme is', 'themes are'))} pursued`
  if (vague > 0) return `${what}; ${counted(vague, 'has', 'have')} no metric with a target.`
  return `${what}; ${reached === 0 ? 'none has' : counted(reached, 'has', 'have')} reached its target.`
}

const outcomeOf = ({ metric, baseline, target }: ListedTheme, measured: Map<number, Measured>) => {
  const now = measured.get(metric ?? 0)
  return now ? isReached({ baseline, target, value: now.standing.value, good: now.metric.good }) : null
}

const Empty = ({ canAdd }: { canAdd: boolean }) => (
  <div class="empty">
    <p>
      A theme is something that is to become better by a day: a metric, where it is, where it is to be. Initiatives are
      the bets on it, so that a roadmap can be read as outcomes and not as a list of work.
    </p>
    {canAdd && (
      <p class="acts">
        <a class="btn pri big" href="/themes/new">
          Add the first theme
        </a>
      </p>
    )}
  </div>
)

const Table = ({ themes, measured, currency }: ThemeListProps) => (
  <table role="table" class="tbl keys stack t-rec">
    <caption class="vh">Themes</caption>
    <thead role="rowgroup">
      <tr role="row">
        {['Theme', 'By', 'From', 'Now', 'Target', 'Initiatives', 'Effort left'].map((name, at) => (
          <th scope="col" role="columnheader" class={at > 1 ? 'num' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {themes.map((theme) => (
        <Row theme={theme} now={measured.get(theme.metric ?? 0)} currency={currency} />
      ))}
    </tbody>
  </table>
)

const Row = ({ theme, now, currency }: { theme: ListedTheme; now: Measured | undefined; currency: string }) => {
  const { id, name, baseline, target, quarter, ownerName, closedAt, open, shipped, effort } = theme
  const text = (value: number | null) => (now && value !== null ? withUnit(value, now.metric.unit, currency) : '–')
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <a href={`/themes/${id}`}>{name}</a>
        <small>{[now?.metric.name, ownerName, closedAt && 'closed'].filter(Boolean).join(' · ')}</small>
      </th>
      <td role="cell" data-l="by">
        {quarterText(quarter)}
      </td>
      <td role="cell" class="num" data-l="from">
        {text(baseline)}
      </td>
      <td role="cell" class="num" data-l="now">
        {text(now?.standing.value ?? null)}
      </td>
      <td role="cell" class="num" data-l="target">
        {now ? targetText(target, now.metric.good) : '–'}
      </td>
      <td role="cell" class="num" data-l="initiatives">
        {open} open{shipped > 0 && `, ${shipped} shipped`}
      </td>
      <td role="cell" class="num" data-l="left">
        {effortText(effort)}
      </td>
    </tr>
  )
}
