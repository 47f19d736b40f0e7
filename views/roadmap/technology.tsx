import type { OutlinedInitiative } from '../../db/roadmap/outline.ts'
import { escaped, joined } from '../parts/text.ts'
import { effortInWords } from './initiative-words.ts'
import { initiativeTable, type Reading } from './row.ts'

/** What technology argues for. */
export const investmentsIn = (initiatives: readonly OutlinedInitiative[]) =>
  initiatives.filter(({ side }) => side === 'technology')

/** Platform and risk work by bucket, each with the outcome that it is for. */
export const Technology = (reading: Reading) => {
  const { initiatives, themes } = reading.outline
  const investments = investmentsIn(initiatives)
  const buckets = new Map(investments.map(({ bucket, bucketName }) => [bucket, bucketName]))
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const tie = {
    head: 'For the outcome',
    of: ({ theme }: OutlinedInitiative) => {
      const found = theme === null ? undefined : byId.get(theme)
      if (!found) return '<span class="st" data-s="off">Tied to none</span>'
      const metric = found.metric === null ? '' : `<small>${escaped(found.metric)}</small>`
      return `<a href="/themes/${found.id}">${escaped(found.name)}</a>${metric}`
    },
  }
  return (
    <>
      {investments.length === 0 && (
        <p class="empty">
          Platform and risk work stands here beside the outcome that it makes possible, so that both can be weighed.
        </p>
      )}
      {[...buckets].map(([key, name]) => {
        const own = investments.filter(({ bucket }) => bucket === key)
        return (
          <section class="sec" aria-labelledby={`h-${key}`}>
            <header>
              <h2 id={`h-${key}`}>{name}</h2>
              <p>{effortInWords(own.reduce((sum, { effort }) => sum + (effort ?? 0), 0))}</p>
            </header>
            {joined([initiativeTable(`Initiatives in ${name}`, own, reading, tie)])}
          </section>
        )
      })}
    </>
  )
}
