import { Hono } from 'hono'
import { quarterKey, quarterOf } from '../domain/time/quarter.ts'
import type { Env } from '../http/context.ts'
import { seeOther } from '../http/redirect.ts'
import { actuals } from './capacity/actuals.tsx'
import { buckets } from './capacity/buckets.tsx'
import { commitments } from './capacity/commitment.tsx'
import { actualImports } from './capacity/imports.tsx'
import { plans } from './capacity/plan.tsx'
import { quarters } from './capacity/quarter.tsx'
import { scenarios } from './capacity/scenarios.tsx'

export const capacity = new Hono<Env>()

capacity.get('/', (c) => seeOther(c, `/capacity/${quarterKey(quarterOf(c.var.today))}`))

// Fixed words first: `/:quarter` would answer for them.
capacity.route('/', buckets)
capacity.route('/', actualImports)
capacity.route('/', commitments)
capacity.route('/', scenarios)
capacity.route('/', plans)
capacity.route('/', actuals)
capacity.route('/', quarters)
