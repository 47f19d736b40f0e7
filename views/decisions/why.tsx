import type { DecisionDocument } from '../../src/domain/decisions/document.ts'
import { Line, Prose } from '../parts/prose.tsx'

export const Why = ({ document }: { document: DecisionDocument }) =>
  document.rationale || document.business ? (
    <section class="sec" aria-labelledby="h-why">
      <header>
        <h2 id="h-why">Why</h2>
      </header>
      {document.rationale && <Prose text={document.rationale} />}
      {document.business && (
        <p class="prose business">
          <small>For the business</small>
          <Line text={document.business} />
        </p>
      )}
    </section>
  ) : null
