import type { Child } from 'hono/jsx'
import { Balance } from './balance.tsx'

/** Fields whose balance is drawn again as they are filled in; without a script the form's own button does it. */
export const Weighing = ({ path, form, children }: { path: string; form: string; children: Child }) => (
  <div
    class="form"
    {...{
      'hx-get': path,
      'hx-trigger': 'change',
      'hx-include': `#${form}`,
      'hx-select': '#balance',
      'hx-target': '#balance',
      'hx-swap': 'outerHTML',
    }}
  >
    {children}
  </div>
)

type Weighed = { takes: number; gives: number; short: number }

/** `balance` null: nothing to weigh yet. */
export const Weighed = ({ balance }: { balance: Weighed | null }) => (
  <div id="balance" aria-live="polite">
    {balance ? (
      <Balance {...balance} />
    ) : (
      <p class="hint">How much it takes and what gives way are weighed here as you fill them in.</p>
    )}
  </div>
)
