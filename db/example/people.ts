import type { ExecutiveRole, TeamKind } from '../../src/domain/people/catalogue.ts'

/** The people of the example organisation; "cpto" is whoever founded it, or Maren Lindqvist where that is another seat. */
export const examplePeople: { key: string; name: string; title: string; role: ExecutiveRole }[] = [
  { key: 'tomas', name: 'Tomás Iriarte', title: 'VP Product', role: 'vp_product' },
  { key: 'adaeze', name: 'Adaeze Nwosu', title: 'VP Engineering', role: 'vp_engineering' },
  { key: 'priya', name: 'Priya Raman', title: 'Head of Security', role: 'head_of_security' },
  { key: 'jonas', name: 'Jonas Keller', title: 'Head of Platform', role: 'head_of_platform' },
  { key: 'rashid', name: 'Rashid Karim', title: 'Engineering Manager, Manifest', role: 'engineering_manager' },
  { key: 'lena', name: 'Lena Fischer', title: 'Engineering Manager, Settle', role: 'engineering_manager' },
  { key: 'ines', name: 'Inês Marques', title: 'Product Manager, Berth', role: 'product_manager' },
  { key: 'sofia', name: 'Sofia Brandt', title: 'Product Manager, Settle', role: 'product_manager' },
  { key: 'grace', name: 'Grace Osei', title: 'Product Manager, Manifest', role: 'product_manager' },
  { key: 'marek', name: 'Marek Dvořák', title: 'Tech Lead, Manifest', role: 'tech_lead' },
  { key: 'kenji', name: 'Kenji Tanabe', title: 'Head of Data', role: 'head_of_data' },
  { key: 'hugh', name: 'Hugh Ellery', title: 'Finance Lead', role: 'finance_lead' },
  { key: 'camille', name: 'Camille Laurent', title: 'Chief Revenue Officer', role: 'cro' },
  { key: 'daniel', name: 'Daniel Okafor', title: 'Chief Executive', role: 'ceo' },
]

export const exampleTeams: { name: string; kind: TeamKind; lead: string; members: string[] }[] = [
  { name: 'Berth', kind: 'product_line', lead: 'ines', members: ['ines'] },
  { name: 'Manifest', kind: 'product_line', lead: 'rashid', members: ['rashid', 'grace', 'marek'] },
  { name: 'Settle', kind: 'product_line', lead: 'lena', members: ['lena', 'sofia'] },
  { name: 'Stream & data', kind: 'platform', lead: 'jonas', members: ['jonas', 'kenji'] },
  { name: 'Security', kind: 'platform', lead: 'priya', members: ['priya'] },
]
