import type { MonthlyTax, tax } from '../../src/domain/intake/tax.ts'
import { longDay } from '../dates.ts'
import { percent } from '../words.ts'
import { sourceNames, weeksShort } from './words.ts'

export type Tax = ReturnType<typeof tax>

const barWidth = 96

/** What pushed in from outside the plan, by month and source: the shadow-priority tax. */
export const TaxTable = ({ tax: { months, sources, weeks } }: { tax: Tax }) => {
  const most = Math.max(1, ...months.map(({ weeks }) => weeks))
  return (
    <section class="sec" aria-labelledby="h-tax">
      <header>
        <h2 id="h-tax">What pushed in, by month and source</h2>
        <p>person-weeks displaced and not given back; the last twelve months</p>
      </header>
      <table role="table" class="tbl mid bars stack t-rec">
        <caption class="vh">Displaced by month and source</caption>
        <thead role="rowgroup">
          <tr role="row">
            {['Month', 'Displaced', 'Of capacity', ...sources.map(({ source }) => sourceNames[source])].map(
              (name, at) => (
                <th scope="col" role="columnheader" class={at > 1 ? 'num' : undefined}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {[...months].reverse().map((month) => (
            <Month month={month} sources={sources} most={most} />
          ))}
        </tbody>
        <tfoot role="rowgroup">
          <tr role="row">
            <th scope="row" role="rowheader">
              All
            </th>
            <td role="cell">{weeksShort(weeks)}</td>
            <td role="cell" class="num" />
            {sources.map(({ source, weeks, share }) => (
              <td role="cell" class="num" data-l={sourceNames[source]}>
                {weeksShort(weeks)} <span class="mute">{percent(share)}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

const Month = ({ month, sources, most }: { month: MonthlyTax; sources: Tax['sources']; most: number }) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      {monthName(month.month)}
    </th>
    <td role="cell" class="dr">
      <svg class="bu" width={barWidth} height="12" viewBox={`0 0 ${barWidth} 12`} aria-hidden="true">
        <path class="track" d={`M0 11.5H${barWidth}`} />
        <rect class="bar" width={Math.round((month.weeks / most) * barWidth)} height="11" />
      </svg>
      {weeksShort(month.weeks)}
    </td>
    <td role="cell" class="num" data-l="of capacity">
      {month.share === null ? <span class="mute">not known</span> : percent(month.share)}
    </td>
    {sources.map(({ source }) => {
      const weeks = month.sources.find((one) => one.source === source)?.weeks
      return (
        <td role="cell" class="num" data-l={weeks === undefined ? undefined : sourceNames[source]}>
          {weeks !== undefined && weeksShort(weeks)}
        </td>
      )
    })}
  </tr>
)

/** `2026-11` as "November 2026". */
const monthName = (month: string) => longDay(`${month}-01`).slice(2)
