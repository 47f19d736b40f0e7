import type { ExecutiveRole } from '../../src/domain/people/catalogue.ts'
import { isLeak, whoDecides } from '../../src/domain/rights/rights.ts'
import { executiveRoleNames } from '../words.ts'

type Right = {
  id: number
  name: string
  owner: ExecutiveRole
  delegable: boolean
  guardrail: string
  slaDays: number
  escalateCrossTeam: boolean
  escalateSecurity: boolean
  escalateSpendAbove: number | null
}

type Props = {
  /** What is filled in so far. */
  typed: {
    type?: number | null | undefined
    decider?: number | null | undefined
    spend?: number | null | undefined
    crossTeam?: boolean | undefined
    securityException?: boolean | undefined
  }
  types: Right[]
  people: { id: number; name: string; executiveRole: ExecutiveRole | null }[]
}

const reasons = {
  cross_team: 'it cuts across teams',
  spend: 'of its spend',
  security_exception: 'it asks for a security exception',
}

/** Who decides a matter like this one, and whether the CPTO would be taking what somebody else may decide. */
export const RightHint = ({ typed, types, people }: Props) => {
  const right = types.find(({ id }) => id === typed.type)
  if (!right) return null
  const circumstances = {
    crossTeam: typed.crossTeam ?? false,
    securityException: typed.securityException ?? false,
    spend: typed.spend ?? null,
  }
  const verdict = whoDecides(right, circumstances)
  const holders = people.filter(({ executiveRole }) => executiveRole === verdict.role).map(({ name }) => name)
  const decider = people.find(({ id }) => id === typed.decider)
  const leak = decider && isLeak(right, circumstances, decider.executiveRole)
  return (
    <p class="remark">
      <b>
        {executiveRoleNames[verdict.role]} decides{holders.length > 0 && ` (${holders.join(', ')})`}
      </b>
      {verdict.escalated && `, because ${verdict.because.map((reason) => reasons[reason]).join(' and ')}`}, within{' '}
      {right.slaDays} business days. {right.guardrail}
      {leak && ` ${decider.name} would be deciding something that is delegated.`}
    </p>
  )
}
