import type { MetricStatus } from '../../src/domain/scorecard/status.ts'
import { metricStatusNames, statusShapes } from './words.ts'

export const Status = ({ of }: { of: MetricStatus }) => (
  <span class="st" data-s={statusShapes[of]}>
    {metricStatusNames[of]}
  </span>
)
