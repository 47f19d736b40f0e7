/** One door: where requests come from. In this order everywhere. */
export const sources = [
  'sales_escalation',
  'executive_ask',
  'customer_feedback',
  'support',
  'engineering',
  'security',
  'regulation',
] as const
export type Source = (typeof sources)[number]

export const urgencies = ['normal', 'urgent'] as const
export type Urgency = (typeof urgencies)[number]

export const requestStatuses = ['new', 'accepted', 'declined', 'parked'] as const
export type RequestStatus = (typeof requestStatuses)[number]
