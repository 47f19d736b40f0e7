/** Ranks closer than this are numbered anew before they run out of digits. */
const closest = 1e-6

/**
 * A rank between two others, of which less comes first; null as a neighbour: there is none on that side. null as the
 * answer: the two are too close, and all are to be numbered anew.
 */
export function rankBetween(before: number | null, after: number | null): number | null {
  if (before === null) return after === null ? 1 : after - 1
  if (after === null) return before + 1
  return after - before < closest ? null : before + (after - before) / 2
}
