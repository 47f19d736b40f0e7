import type { DecisionDocument, OptionDocument } from '../../src/domain/decisions/document.ts'
import { weightedScore } from '../../src/domain/decisions/options.ts'
import { Line, Prose } from '../parts/prose.tsx'

type Props = { document: DecisionDocument & { number: number }; canEdit: boolean }

export const Options = ({ document, canEdit }: Props) => {
  if (document.options.length === 0 && !canEdit) return null
  return (
    <section class="sec" aria-labelledby="h-opt">
      <header>
        <h2 id="h-opt">Options</h2>
        {document.criteria.length > 0 && <p>scored 1 to 5, weighted</p>}
        {document.options.length === 0 && <p>none written down yet</p>}
        {canEdit && (
          <a class="small" href={`/decisions/${document.number}/options`}>
            {document.options.length === 0 ? 'Compare options' : 'Change'}
          </a>
        )}
      </header>
      {document.criteria.length > 0 && <Scores {...document} />}
      {document.options.some(hasArguments) && <Arguments options={document.options} />}
      {document.options.length > 0 && document.criteria.length === 0 && !document.options.some(hasArguments) && (
        <ul class="list">
          {document.options.map((option) => (
            <li>
              <OptionName option={option} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const OptionName = ({ option }: { option: OptionDocument }) =>
  option.chosen ? (
    <span class="st" data-s="decided">
      {option.title} <span class="vh">(chosen)</span>
    </span>
  ) : (
    <span>{option.title}</span>
  )

const Scores = ({ options, criteria }: DecisionDocument) => {
  const total = criteria.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <div class="wide">
      <table class="tbl opt">
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            {options.map((option) => (
              <th scope="col" class={option.chosen ? 'num won' : 'num'}>
                <OptionName option={option} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map(({ name, weight }, at) => (
            <tr>
              <th scope="row">
                {name} <span class="mute">{Math.round((weight / total) * 100)} %</span>
              </th>
              {options.map((option) => (
                <td class={option.chosen ? 'num won' : 'num'}>{option.scores[at] ?? '–'}</td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Weighted</th>
            {options.map((option) => (
              <td class={option.chosen ? 'num won' : 'num'}>
                {weightedScore(criteria, option.scores)?.toFixed(2) ?? '–'}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const hasArguments = ({ description, good, neutral, bad }: OptionDocument) =>
  Boolean(description) || good.length + neutral.length + bad.length > 0

const Arguments = ({ options }: { options: OptionDocument[] }) => (
  <ul class="list arguments">
    {options.map((option) => (
      <li>
        <h3>
          <OptionName option={option} />
        </h3>
        {option.description && <Prose text={option.description} />}
        <ul>
          <Each sign="+" word="For: " of={option.good} />
          <Each sign="±" word="Neither way: " of={option.neutral} />
          <Each sign="–" word="Against: " of={option.bad} />
        </ul>
      </li>
    ))}
  </ul>
)

const Each = ({ sign, word, of }: { sign: string; word: string; of: string[] }) => (
  <>
    {of.map((text) => (
      <li>
        <span aria-hidden="true">{sign}</span>
        <span>
          <span class="vh">{word}</span>
          <Line text={text} />
        </span>
      </li>
    ))}
  </>
)
