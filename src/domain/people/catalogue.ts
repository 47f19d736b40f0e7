/** What an account may do, least first. Each role may do everything the ones before it may. */
export const accessRoles = ['viewer', 'contributor', 'editor', 'owner'] as const
export type AccessRole = (typeof accessRoles)[number]

export const atLeast = (role: AccessRole, needed: AccessRole) =>
  accessRoles.indexOf(role) >= accessRoles.indexOf(needed)

/** The seats decision rights speak of. A person holds at most one; several people may hold the same one. */
export const executiveRoles = [
  'cpto',
  'cto',
  'cpo',
  'vp_product',
  'vp_engineering',
  'head_of_engineering',
  'head_of_platform',
  'head_of_security',
  'head_of_data',
  'finance_lead',
  'cio',
  'field_cto',
  'fractional_cto',
  'ceo',
  'cro',
  'product_manager',
  'engineering_manager',
  'tech_lead',
  'program_manager',
] as const
export type ExecutiveRole = (typeof executiveRoles)[number]

export const teamKinds = ['product_line', 'platform'] as const
export type TeamKind = (typeof teamKinds)[number]

export const stages = ['startup', 'fast_growth', 'enterprise'] as const
export type Stage = (typeof stages)[number]
