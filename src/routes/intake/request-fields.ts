import { z } from 'zod'
import { sources, urgencies } from '../../domain/intake/catalogue.ts'
import { line, optionalEmail, prose, requiredChoice, requiredLine } from '../../http/fields.ts'

/** The one form, for people with and without an account. */
export const requestFields = z.object({
  title: requiredLine('Please say in one line what is wanted.', 200),
  requester: requiredLine('Please say who asks.', 200),
  requesterEmail: optionalEmail.transform((email) => email ?? ''),
  source: requiredChoice(sources, 'Please say where it comes from.'),
  urgency: requiredChoice(urgencies, 'Please say whether it can wait.'),
  value: prose(5000),
  evidence: prose(5000),
  productLine: line(120),
  customer: line(200),
  segment: line(120),
  competitor: line(120),
})
