import type { NamedBucket } from '../../../db/capacity/buckets.ts'
import { isDecided } from '../../../db/capacity/floors.ts'
import type { Errors, Values } from '../../http/form.ts'
import { one } from '../../http/form.ts'

export type TypedException = { bucket: string; decision: number | null; until: string }

/**
 * The exceptions of the form: a decided decision and an end for each. `ownDecision`: where none is named, the one that
 * is being logged is it.
 */
export async function exceptionsIn(
  values: Values,
  buckets: readonly NamedBucket[],
  reader: number,
  ownDecision: boolean,
): Promise<{ exceptions: TypedException[]; errors: Errors }> {
  const exceptions: TypedException[] = []
  const errors: Errors = {}
  for (const { key, name } of buckets) {
    const [named, until] = [one(values, `exception-${key}`).trim(), one(values, `until-${key}`).trim()]
    if (!named && !until) continue
    const decision = Number(/^\s*d?-?(\d{1,9})\s*$/i.exec(named)?.[1] ?? 0)
    const isOwn = ownDecision && named === ''
    if (!isOwn && !(await isDecided(decision, reader)))
      errors[`exception-${key}`] = `${name}: please name a decision that was taken, such as D-42.`
    if (!/^\d{4}-\d\d-\d\d$/.test(until) || Number.isNaN(Date.parse(until)))
      errors[`until-${key}`] = `${name}: until when? An exception without an end would be a new floor.`
    exceptions.push({ bucket: key, decision: isOwn ? null : decision, until })
  }
  return { exceptions, errors }
}
