/** `done`: it has shipped; `begun`: it is in delivery. */
type Worked = { team: string; bucket: string; effort: number; state: 'done' | 'begun' | 'waiting' }

/**
 * What is left to do, in rank order: what a team spent on a bucket has gone into what shipped from it, then into what it
 * delivers now, one after the other. Nothing is taken off what has not begun; what has shipped is not in the result.
 */
export function remaining<Of extends Worked>(
  items: readonly Of[],
  spent: (team: string, bucket: string) => number,
): Of[] {
  const left = new Map<string, number>()
  const take = ({ team, bucket, effort }: Worked) => {
    const queue = JSON.stringify([team, bucket])
    const there = left.get(queue) ?? spent(team, bucket)
    left.set(queue, Math.max(0, there - effort))
    return Math.max(0, effort - there)
  }
  for (const item of items) if (item.state === 'done') take(item)
  return items
    .filter(({ state }) => state !== 'done')
    .map((item) => (item.state === 'begun' ? { ...item, effort: take(item) } : item))
}
