import type { ExecutiveRole } from '../../people/catalogue.ts'

const productSeats: readonly ExecutiveRole[] = ['cpo', 'vp_product', 'product_manager']
const engineeringSeats: readonly ExecutiveRole[] = [
  'cto',
  'vp_engineering',
  'head_of_engineering',
  'head_of_platform',
  'engineering_manager',
  'tech_lead',
]

/** Whether each side of the house sat at the table. */
export type Sides = { product: boolean; engineering: boolean }

/**
 * Which sides the people present speak for, by their seats. Which seat speaks for which side is a judgement of this
 * project, not a published rule. A CPTO answers for both and so stands for neither: a CPTO alone, or with one side, is
 * not yet a conversation between the two.
 */
export const sidesOf = (seats: readonly (ExecutiveRole | null)[]): Sides => ({
  product: seats.some((seat) => seat !== null && productSeats.includes(seat)),
  engineering: seats.some((seat) => seat !== null && engineeringSeats.includes(seat)),
})
