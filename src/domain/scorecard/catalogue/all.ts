import type { CatalogueMetric } from '../catalogue.ts'
import { costMetrics } from './cost.ts'
import { deliveryMetrics } from './delivery.ts'
import { productMetrics } from './product.ts'
import { reliabilityMetrics } from './reliability.ts'
import { securityMetrics } from './security.ts'

/** Every metric that can be taken up, in the order of the categories. */
export const catalogue: readonly CatalogueMetric[] = [
  ...productMetrics,
  ...deliveryMetrics,
  ...reliabilityMetrics,
  ...securityMetrics,
  ...costMetrics,
]

/** The ten that a new organisation begins with. */
export const starterMetrics: readonly CatalogueMetric[] = catalogue.filter(({ starter }) => starter)
