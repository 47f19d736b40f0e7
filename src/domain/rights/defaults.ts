import type { ExecutiveRole } from '../people/catalogue.ts'

/** What a new organisation begins with; all of it can be changed. Times and limits are judgements. */
const spendLimit = 50_000

const reserved = (key: string, name: string, slaDays: number, guardrail: string) => ({
  key,
  name,
  owner: 'cpto' as ExecutiveRole,
  delegable: false,
  guardrail,
  slaDays,
  escalateCrossTeam: false,
  escalateSecurity: false,
  escalateSpendAbove: null,
})

const delegated = (key: string, name: string, owner: ExecutiveRole, slaDays: number, guardrail: string) => ({
  key,
  name,
  owner,
  delegable: true,
  guardrail,
  slaDays,
  escalateCrossTeam: true,
  escalateSecurity: true,
  escalateSpendAbove: spendLimit,
})

export const defaultTypes = [
  reserved('portfolio', 'Portfolio', 10, 'Bets, platform and risk are weighed against each other, never one alone.'),
  reserved(
    'sequencing',
    'Sequencing',
    5,
    'Where a technical constraint and customer value collide, both are in the room.',
  ),
  reserved('build_vs_buy', 'Build vs buy', 15, 'Criteria and weights stand before the options are scored.'),
  reserved('dependency', 'Dependency', 5, 'Names the one who decides from now on, not only what is decided today.'),
  reserved('leadership', 'Leadership', 20, 'Hiring and structure of leads stays inside the approved headcount.'),
  delegated(
    'technical',
    'Technical',
    'vp_engineering',
    5,
    'Inside the agreed architecture, budgets and service objectives.',
  ),
  delegated(
    'delivery',
    'Delivery',
    'engineering_manager',
    3,
    'Inside the committed scope and the team’s own capacity.',
  ),
  delegated(
    'domain_roadmap',
    'Domain roadmap',
    'product_manager',
    10,
    'Inside the theme’s outcome and the capacity split.',
  ),
]

export const ownershipShares = ['owns', 'co_owns', 'influences'] as const
export type OwnershipShare = (typeof ownershipShares)[number]

export const defaultMatrix: { area: string; shares: Partial<Record<ExecutiveRole, OwnershipShare>> }[] = [
  { area: 'Roadmap', shares: { cpto: 'owns', cto: 'co_owns', cpo: 'owns' } },
  { area: 'Architecture', shares: { cpto: 'co_owns', cto: 'owns', cpo: 'influences' } },
  { area: 'Reliability (SLOs, uptime)', shares: { cpto: 'co_owns', cto: 'owns', cpo: 'influences' } },
  { area: 'Pricing & packaging', shares: { cpto: 'influences', cto: 'influences', cpo: 'co_owns' } },
  { area: 'Data/AI (strategy, platform, product use)', shares: { cpto: 'co_owns', cto: 'co_owns', cpo: 'co_owns' } },
  { area: 'Security', shares: { cpto: 'co_owns', cto: 'owns', cpo: 'influences' } },
]

export const matrixRoles: ExecutiveRole[] = ['cpto', 'cto', 'cpo']

/** Offered when a matrix grows; none is there from the start. */
export const offeredAreas = [
  'Technology strategy',
  'Architecture direction',
  'Engineering capability',
  'Product and platform decisions',
  'AI adoption',
  'Data and infrastructure readiness',
  'Security and resilience',
  'Vendors and build vs buy',
  'Executive communication',
  'Innovation and experimentation',
  'Technology risk and governance',
]
