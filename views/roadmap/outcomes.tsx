import type { OutlinedInitiative, OutlinedTheme } from '../../db/roadmap/outline.ts'
import { isReached } from '../../src/domain/roadmap/outcome.ts'
import { joined } from '../parts/text.ts'
import { quarterText } from './initiative-words.ts'
import { initiativeTable, type Reading } from './row.ts'
import { outcomeText } from './words.ts'

/** Themes with where their outcome stands, and the bets on them. */
export const Outcomes = (reading: Reading) => {
  const { themes, initiatives } = reading.outline
  const of = (theme: number | null) => initiatives.filter((one) => one.theme === theme)
  const loose = of(null)
  return (
    <>
      {themes.map((theme) => (
        <Theme {...{ theme, reading }} bets={of(theme.id)} />
      ))}
      {loose.length > 0 && (
        <section class="sec" aria-labelledby="h-none">
          <header>
            <h2 id="h-none">For no theme</h2>
            <p>Nobody said yet which outcome these are for.</p>
          </header>
          {joined([initiativeTable('Initiatives for no theme', loose, reading)])}
        </section>
      )}
    </>
  )
}

const Theme = ({ theme, bets, reading }: { theme: OutlinedTheme; bets: OutlinedInitiative[]; reading: Reading }) => (
  <section class="sec" aria-labelledby={`h-${theme.id}`}>
    <header>
      <h2 id={`h-${theme.id}`}>{reading.isPublic ? theme.name : <a href={`/themes/${theme.id}`}>{theme.name}</a>}</h2>
      {theme.good !== null && isReached({ ...theme, good: theme.good }) && (
        <span class="st small" data-s="good">
          Reached
        </span>
      )}
    </header>
    {theme.outcome && <p>{theme.outcome}</p>}
    <Standing {...{ theme, reading }} />
    {bets.length === 0 ? (
      <p class="hint">No initiative is a bet on it{theme.quarter && ` in ${quarterText(theme.quarter)}`} yet.</p>
    ) : (
      joined([initiativeTable(`Initiatives for ${theme.name}`, bets, reading)])
    )}
  </section>
)

/** Where its metric was, is and should be. */
const Standing = ({ theme, reading }: { theme: OutlinedTheme; reading: Reading }) =>
  theme.metric === null ? (
    <p class="why">No metric says yet whether it is reached.</p>
  ) : (
    <p class="why">
      {reading.isPublic ? theme.metric : <a href={`/scorecard/${theme.key}`}>{theme.metric}</a>}:{' '}
      {outcomeText(theme, reading.currency)}
    </p>
  )
