import type { Bin } from '../../src/domain/statistics/calibration.ts'
import { percent } from '../words.ts'

const size = 240

/** What was stated against what came: on the line we are as sure as we should be, below it too sure. */
export const CalibrationCurve = ({ bins }: { bins: Bin[] }) => (
  <>
    <svg class="sp" width={size} height={size} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
      <path class="t" d={`M0 ${size}L${size} 0`} />
      {bins.map(({ stated, low, high }) => (
        <path d={`M${x(stated)} ${y(low)}V${y(high)}`} />
      ))}
      {bins.map(({ stated, came }) => (
        <circle cx={x(stated)} cy={y(came)} r={4} />
      ))}
    </svg>
    <table class="tbl">
      <thead>
        <tr>
          <th scope="col">Stated</th>
          <th scope="col" class="num">
            Came
          </th>
          <th scope="col" class="num">
            Decisions
          </th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, came, low, high, count }) => (
          <tr>
            <th scope="row">
              {percent(from)} to {percent(to)}
            </th>
            <td class="num">
              {percent(came)}
              <small>
                {percent(low)} to {percent(high)}
              </small>
            </td>
            <td class="num">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
)

const x = (share: number) => Math.round(share * size)
const y = (share: number) => Math.round((1 - share) * size)
