import { executiveRoleNames } from '../words.ts'
import type { DecisionPageProps } from './show.tsx'
import { Tripped } from './watch.tsx'

/** What one must know before reading on: at most one sentence each. */
export const Alerts = ({ record, allowed, watch: { trip, currency } }: DecisionPageProps) => (
  <>
    {trip && (
      <Tripped
        trip={trip}
        currency={currency}
        at={allowed.review ? `/decisions/${record.document.number}/outcome` : undefined}
      />
    )}
    <Restricted {...record} />
    <Leak {...record} handOver={allowed.handOver} />
  </>
)

const Restricted = ({ document }: Pick<DecisionPageProps['record'], 'document'>) =>
  document.restrictedTo && (
    <p class="remark">
      <b>Restricted.</b> Only {listed(document.restrictedTo)} can see that this decision exists.
    </p>
  )

/** The CPTO takes, or holds, what somebody else may decide: said, never blocked. */
const Leak = ({
  document,
  delegable,
  byCpto,
  typeName,
  typeOwner,
  handOver,
}: DecisionPageProps['record'] & { handOver: boolean }) => {
  if (!delegable || !byCpto || !typeOwner) return null
  const owner = executiveRoleNames[typeOwner]
  if (document.status !== 'proposed') {
    return document.status === 'decided' ? (
      <p class="remark">
        <b>Delegable, decided by the CPTO.</b> {typeName} decisions belong to the {owner}.
      </p>
    ) : null
  }
  return (
    <p class="remark">
      <b>This waits on the CPTO though it need not.</b> {typeName} decisions belong to the {owner}, and nothing here
      escalates it. {handOver && <a href={`/decisions/${document.number}/handover`}>Hand it over</a>}
    </p>
  )
}

const listed = (names: string[]) =>
  names.length < 2 ? (names[0] ?? 'nobody') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
