import { Hono } from 'hono'
import { z } from 'zod'
import { judge, reviewOutcome } from '../../../db/decisions/outcome.ts'
import { JudgementForm, OutcomeForm } from '../../../views/decisions/outcome-form.tsx'
import { verdicts } from '../../domain/decisions/catalogue.ts'
import type { Env } from '../../http/context.ts'
import { date, prose, requiredChoice } from '../../http/fields.ts'
import { resource } from './step.tsx'

/** What came of a decision, and, only then, how well it had been made. */
export const outcomes = new Hono<Env>()

resource(outcomes, '/outcome', {
  step: 'review',
  title: 'Outcome',
  Form: OutcomeForm,
  watches: true,
  schema: z.object({
    came: requiredChoice(verdicts, 'Please say whether the expected result came.'),
    learned: prose(),
    again: date,
  }),
  async act(c, review, seen) {
    if (review.again && review.again <= c.var.today) return { again: 'Please choose a day to come.' }
    await reviewOutcome(c.var.by, c.var.decision.document.number, seen, review)
  },
})

resource(outcomes, '/judgement', {
  step: 'review',
  title: 'Judgement',
  Form: JudgementForm,
  schema: z.object({ wellMade: requiredChoice(['yes', 'no'], 'Please say yes or no.') }),
  async act(c, { wellMade }) {
    const { document } = c.var.decision
    if (document.reviews.length === 0) return { wellMade: 'First record what came of it; then how it was made.' }
    await judge(c.var.by, document.number, wellMade === 'yes')
  },
})
