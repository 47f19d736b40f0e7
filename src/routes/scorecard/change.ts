import { Hono } from 'hono'
import type { Env } from '../../http/context.ts'
import { metricBaseline } from './baseline.tsx'
import { metricCatalogue } from './catalogue.tsx'
import { metricDefinition } from './definition.tsx'
import { metricEdit, metricRetirement } from './edit.tsx'
import { newMetric } from './new.tsx'
import { categoryOwners } from './owners.tsx'
import { metricTarget } from './target.tsx'

/** By which metrics get onto the scorecard and change what they mean. */
export const metricChanges = new Hono<Env>()
  .route('/catalogue', metricCatalogue)
  .route('/new', newMetric)
  .route('/owners', categoryOwners)
  .route('/:key/edit', metricEdit)
  .route('/:key/retirement', metricRetirement)
  .route('/:key/definition', metricDefinition)
  .route('/:key/target', metricTarget)
  .route('/:key/baseline', metricBaseline)
