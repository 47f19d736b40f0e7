import { Hono } from 'hono'
import { z } from 'zod'
import { briefOf } from '../../../db/decisions/record.ts'
import { decide, edit, handOver, reverse, supersede, withdraw } from '../../../db/decisions/steps.ts'
import { EditForm } from '../../../views/decisions/log-form.tsx'
import {
  HandoverForm,
  ReversalForm,
  RulingForm,
  SupersessionForm,
  WithdrawalForm,
} from '../../../views/decisions/steps.tsx'
import { forums, reversalCauses } from '../../domain/decisions/catalogue.ts'
import { type Env, signedIn } from '../../http/context.ts'
import { date, integer, line, prose, reference, requiredChoice } from '../../http/fields.ts'
import { contentOf, editedDecision } from './content.ts'
import { numberOf } from './loaded.ts'
import { resource } from './step.tsx'
import { replacing } from './succession.ts'

/** The steps of a decision's life, each a resource with who, when and why. */
export const steps = new Hono<Env>()

const because = (missing: string) => prose(5000).pipe(z.string().min(1, missing))

resource(steps, '/edit', {
  step: 'edit',
  title: 'Edit',
  Form: EditForm,
  schema: editedDecision,
  async act(c, { version: _version, ...typed }, seen) {
    const { document, raisedById } = c.var.decision
    await edit(c.var.by, document.number, seen, contentOf(typed, signedIn(c).id, raisedById))
  },
})

resource(steps, '/ruling', {
  step: 'decide',
  title: 'Decide',
  Form: RulingForm,
  schema: z.object({
    chosen: integer(0, 50, 'Please choose one of the options.'),
    rationale: prose(200_000),
    by: reference,
    on: date,
    forum: requiredChoice(forums, 'Please say in which meeting, or between meetings.'),
    expected: line(500),
    expectedOn: date,
    confidence: integer(0, 100, 'Please give the confidence in percent, from 0 to 100.'),
    revisitOn: date,
  }),
  async act(c, { on, by, ...ruling }, seen) {
    const { document } = c.var.decision
    if (on && on > c.var.today) return { on: 'A decision is recorded when it was taken, not before.' }
    if (document.raisedAt && on && on < document.raisedAt.slice(0, 10)) {
      return { on: 'It cannot have been decided before it was raised.' }
    }
    const at = on && on !== c.var.today ? `${on}T12:00:00.000Z` : c.var.now.toISOString()
    await decide(c.var.by, document.number, seen, { ...ruling, by: by ?? signedIn(c).id, at })
  },
})

resource(steps, '/handover', {
  step: 'handOver',
  title: 'Hand over',
  Form: HandoverForm,
  schema: z.object({ decider: reference }),
  async act(c, { decider }, seen) {
    if (decider === null) return { decider: 'Please say who decides it instead.' }
    await handOver(c.var.by, c.var.decision.document.number, seen, decider)
  },
})

resource(steps, '/withdrawal', {
  step: 'withdraw',
  title: 'Withdraw',
  Form: WithdrawalForm,
  schema: z.object({ because: because('Please say why it is no longer to be decided.') }),
  async act(c, { because }, seen) {
    await withdraw(c.var.by, c.var.decision.document.number, seen, because)
  },
})

resource(steps, '/reversal', {
  step: 'reverse',
  title: 'Reverse',
  Form: ReversalForm,
  schema: z.object({
    cause: requiredChoice(reversalCauses, 'Please say which of the two it was.'),
    because: because('Please say why it no longer holds.'),
  }),
  async act(c, how, seen) {
    await reverse(c.var.by, c.var.decision.document.number, seen, how)
  },
})

resource(steps, '/supersession', {
  step: 'supersede',
  title: 'Supersede',
  Form: SupersessionForm,
  schema: z.object({
    title: line(300),
    replacement: line(20),
    because: because('Please say why it is replaced.'),
  }),
  async act(c, { title, replacement, because }, seen) {
    const { number } = c.var.decision.document
    if (title === '' && replacement === '') return { title: 'Please name the new decision, or give the number of one.' }
    if (title !== '' && replacement !== '')
      return { replacement: 'Please give either a new line or a number, not both.' }
    if (title !== '') {
      const fresh = replacing(c.var.decision, { title, by: signedIn(c).id, at: c.var.now })
      const newer = await supersede(c.var.by, number, seen, { replacement: fresh, because })
      return `/decisions/${newer}`
    }
    const other = await briefOf(numberOf(replacement) ?? 0, signedIn(c).id)
    if (!other) return { replacement: `There is no decision ${replacement}.` }
    if (other.number === number) return { replacement: 'A decision cannot replace itself.' }
    if (other.status !== 'decided')
      return { replacement: `D-${other.number} is ${other.status}; only a decided one can replace this.` }
    if (c.var.decision.chain.some((link) => link.number === other.number)) {
      return { replacement: `D-${other.number} already stands in this chain.` }
    }
    await supersede(c.var.by, number, seen, { replacement: other.number, because })
  },
})
