import { findOrganisation } from '../../db/organisation.ts'
import { deriveDue } from '../../db/scorecard/derive.ts'
import { localDate } from '../domain/time/zone.ts'

/** A period can end without any record changing: what is computed from records is then still owed its reading. */
export async function deriveWhatIsDue(now: Date): Promise<void> {
  const organisation = await findOrganisation()
  if (!organisation) return
  const { timeZone } = organisation
  await deriveDue({ person: null, at: now }, { today: localDate(now, timeZone), timeZone })
}
