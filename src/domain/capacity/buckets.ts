/** Who argues for a bucket: its work changes what customers get, or what that stands on. */
export const bucketSides = ['product', 'technology'] as const
export type BucketSide = (typeof bucketSides)[number]

/** What capacity is split into. An organisation has its own list; it begins with `defaultBuckets`. */
export type Bucket = {
  key: string
  /** The least percent of person-weeks it gets unless a decision excepts it; null without a floor. */
  floor: number | null
  side: BucketSide
}

/** The floors are a judgement, to be set by each organisation. */
export const defaultBuckets: readonly Bucket[] = [
  { key: 'bets', floor: null, side: 'product' },
  { key: 'platform', floor: 20, side: 'technology' },
  { key: 'risk', floor: 15, side: 'technology' },
]
