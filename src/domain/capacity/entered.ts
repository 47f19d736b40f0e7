import { inBucket, isWhole, rebalance, type Split } from './split.ts'

/** `notWhole`: the bucket whose text is no whole percentage; `total`: what the row comes to instead of 100. */
export type ReadSplit = { split: Split } | { notWhole: string } | { total: number }

/**
 * A team's split as it was typed: whole percentages, nothing for 0, and `=` for all that the others leave. A second `=`
 * gets nothing.
 */
export function readSplit(typed: Readonly<Record<string, string>>): ReadSplit {
  const texts = Object.entries(typed).map(([bucket, text]) => [bucket, text.trim()] as const)
  const wrong = texts.find(([, text]) => text !== '=' && !isPercent(text))
  if (wrong) return { notWhole: wrong[0] }
  const given = texts.reduce((sum, [, text]) => sum + (text === '=' ? 0 : Number(text)), 0)
  const rest = texts.find(([, text]) => text === '=')?.[0]
  const percentOf = (bucket: string, text: string) =>
    bucket === rest ? Math.max(0, 100 - given) : text === '=' ? 0 : Number(text)
  const split = Object.fromEntries(texts.map(([bucket, text]) => [bucket, percentOf(bucket, text)]))
  return isWhole(split) ? { split } : { total: totalOf(split) }
}

/** A cell of a team's row was changed: the others make room for it, or with `=` it takes what they leave. */
export function changedSplit(before: Split, bucket: string, text: string): ReadSplit {
  const trimmed = text.trim()
  if (trimmed === '=') {
    const others = totalOf(before) - inBucket(before, bucket)
    return others > 100 ? { total: others } : { split: { ...before, [bucket]: 100 - others } }
  }
  return isPercent(trimmed) ? { split: rebalance(before, bucket, Number(trimmed)) } : { notWhole: bucket }
}

/** Without a bucket that is no longer there: the others take its part in the proportion they had. */
export function without(split: Split, retired: string): Split {
  const { [retired]: _gone, ...others } = rebalance(split, retired, 0)
  return others
}

const isPercent = (text: string) => text === '' || (/^\d{1,3}$/.test(text) && Number(text) <= 100)
const totalOf = (split: Split) => Object.values(split).reduce((sum, percent) => sum + percent, 0)
