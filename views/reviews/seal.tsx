import type { Seal } from '../../db/reviews/close.ts'
import { longDay } from '../dates.ts'

/** What a sealed page says of itself, and what it shouts when it is not what was sealed. */
export const SealLine = ({ seal: { hash, holds }, closedOn }: { seal: Seal; closedOn: string }) =>
  holds ? (
    <div class="remark">
      Sealed on {longDay(closedOn)}, content hash <small>{hash}</small>
    </div>
  ) : (
    <div class="alert" role="alert">
      <span class="st" data-s="bad">
        Seal broken
      </span>
      <p>
        This is not what was sealed{closedOn && ` on ${longDay(closedOn)}`}: what is kept now does not have the content
        hash that the history holds. Do not rely on it; a backup from the days after the review has the original.{' '}
        <small>{hash}</small>
      </p>
    </div>
  )
