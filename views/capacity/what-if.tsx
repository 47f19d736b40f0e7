import type { ForecastItem } from '../../db/capacity/base.ts'
import type { NamedBucket } from '../../db/capacity/buckets.ts'
import type { Comparison, WhatIf } from '../../db/capacity/compare.ts'
import { plannedPercent } from '../../src/domain/capacity/planned.ts'
import { inBucket } from '../../src/domain/capacity/split.ts'
import { joined } from '../parts/text.ts'
import { bar } from './bar.ts'
import { finishOf } from './finish.ts'
import { Commit, Floors, Late, Told } from './what-if-cells.tsx'
import { listed, personWeeks } from './words.ts'

export type WhatIfProps = {
  comparison: Comparison
  buckets: readonly NamedBucket[]
  /** The initiative whose finish has a line of its own. */
  told: ForecastItem | undefined
  today: string
  canCommit: boolean
  when: (at: string) => string
}

/** The course of the quarter beside its scenarios: what each would come to. */
export const WhatIfTable = (props: WhatIfProps) => {
  const { comparison, buckets, told } = props
  const planned = plannedPercent(comparison.plan.teams)
  return (
    <table role="table" class="tbl mid bars stack what">
      <caption class="vh">What each course of the quarter would come to</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span class="vh">Measure</span>
          </th>
          {comparison.whatIfs.map((one) => (
            <th scope="col" role="columnheader">
              <Named {...props} one={one} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {buckets.map(({ key, name, floor }) => (
          <Line {...props} name={name}>
            {({ outcome }) => {
              if (!outcome.shares) return <span class="mute">–</span>
              const actual = 100 * inBucket(outcome.shares, key)
              const drawn = bar({ actual, plan: inBucket(planned, key), floor, width: 180 })
              return joined([`${drawn}<b class="n">${Math.round(actual)} %</b>`])
            }}
          </Line>
        ))}
        <Line {...props} name="Floors">
          {({ outcome }) => <Floors outcome={outcome} from={comparison.base.from} buckets={buckets} />}
        </Line>
        <Line {...props} name="Newly late">
          {({ outcome }) => <Late items={outcome.newlyLate} />}
        </Line>
        {told && (
          <Line {...props} name={<Told told={told} comparison={comparison} />} numbers>
            {(one) => finishOf(one, told.id, comparison.base.from, props.today)}
          </Line>
        )}
        <Line {...props} name="Displaces">
          {({ outcome: { displaced, displacedPersonWeeks } }) =>
            displaced.length === 0 ? (
              <span class="mute">nothing new</span>
            ) : (
              `${personWeeks(displacedPersonWeeks)}, ${listed([...new Set(displaced.map(({ teamName }) => teamName))])}`
            )
          }
        </Line>
        <Line {...props} name={<span class="vh">Commit</span>}>
          {(one) => <Commit one={one} {...props} />}
        </Line>
      </tbody>
    </table>
  )
}

const Line = ({
  comparison,
  name,
  numbers,
  children,
}: WhatIfProps & { name: unknown; numbers?: boolean; children: (one: WhatIf) => unknown }) => (
  <tr role="row">
    <th scope="row" role="rowheader">
      {name}
    </th>
    {comparison.whatIfs.map((one) => (
      <td role="cell" class={numbers ? 'n' : undefined}>
        {children(one)}
      </td>
    ))}
  </tr>
)

const Named = ({ one: { scenario }, comparison, when }: WhatIfProps & { one: WhatIf }) => {
  if (scenario) {
    const by = [scenario.byName?.split(' ').at(-1), when(scenario.at)].filter(Boolean).join(', ')
    return (
      <>
        <a href={`/capacity/scenarios/${scenario.id}`}>{scenario.name}</a> <small>{by}</small>
      </>
    )
  }
  return comparison.isContinued ? (
    <>
      If nothing changes <small>the last four weeks, continued</small>
    </>
  ) : (
    <>
      The plan <small>as it stands</small>
    </>
  )
}
