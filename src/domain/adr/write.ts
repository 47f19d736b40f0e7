import { stringify } from 'yaml'
import type { DecisionDocument, OptionDocument } from '../decisions/document.ts'
import { ownFrontMatter } from './own.ts'
import { argumentLines, enclosed } from './own-texts.ts'

/**
 * A decision as a MADR 4 record, `0042-buy-a-managed-event-stream.md`. Read back it gives the same document, written
 * again the same bytes, provided texts have `\n` line ends and titles are one trimmed line.
 */
export function writeRecord(document: DecisionDocument): { name: string; text: string } {
  const blocks = [
    `---\n${stringify(madrFields(document), { lineWidth: 0 })}---`,
    `# ${document.title}`,
    ...reasonBlocks(document),
    ...section(
      '## Pros and Cons of the Options',
      document.options.flatMap((option, at) => optionBlocks(option, at)),
    ),
    ...section('## More Information', sinceThen(document)),
    ...section('## Amendments', document.amendments.flatMap(amendmentBlocks)),
  ]
  return { name: fileName(document), text: `${blocks.join('\n\n')}\n` }
}

function madrFields(document: DecisionDocument) {
  const { status, decidedAt, raisedAt, decider, consulted, informed } = document
  const date = (decidedAt ?? raisedAt)?.slice(0, 10)
  return {
    status: madrStatus(document),
    ...(date && { date }),
    ...(decider && status !== 'proposed' && { 'decision-makers': [decider] }),
    ...(consulted.length > 0 && { consulted }),
    ...(informed.length > 0 && { informed }),
    fulcrum: ownFrontMatter(document),
  }
}

function madrStatus({ status, ending }: DecisionDocument) {
  if (status === 'decided') return 'accepted'
  if (status === 'withdrawn') return 'rejected'
  if (status === 'reversed') return 'deprecated'
  if (status === 'superseded' && ending?.replacement) return `superseded by ADR-${padded(ending.replacement)}`
  return status
}

/** A rationale that brings MADR's headings, as an imported one does, stands under them and not under ours. */
function reasonBlocks(document: DecisionDocument): string[] {
  const { outcome, constraintNote, smallestBet, notDoing, rationale, business, expected, options } = document
  const told = rationale && enclosed('rationale', rationale)
  const bringsHeadings = /^## /m.test(rationale)
  const bringsOutcome = /^## Decision Outcome/m.test(rationale)
  return [
    ...section('## Context and Problem Statement', [
      labelled('Outcome', 'outcome', outcome),
      labelled('Constraint', 'constraintNote', constraintNote),
    ]),
    ...(bringsHeadings ? [told] : []),
    ...section('## Considered Options', [options.map(({ title }) => `* ${title}`).join('\n')]),
    ...section(bringsOutcome ? '## Decision' : '## Decision Outcome', [
      bringsOutcome ? '' : chosen(options),
      bringsHeadings ? '' : told,
      labelled('Smallest bet', 'smallestBet', smallestBet),
      labelled('Not doing', 'notDoing', argumentLines('', notDoing)),
      labelled('For the business', 'business', business),
      labelled('Expected result', 'expected', expected),
    ]),
  ]
}

function chosen(options: readonly OptionDocument[]) {
  const option = options.find((one) => one.chosen)
  return option ? `Chosen option: "${option.title}"` : ''
}

function optionBlocks({ title, description, good, neutral, bad }: OptionDocument, at: number) {
  const reasons = [
    argumentLines('Good, because ', good),
    argumentLines('Neutral, because ', neutral),
    argumentLines('Bad, because ', bad),
  ].filter(Boolean)
  return section(`### ${title}`, [
    description && enclosed(`option ${at} description`, description),
    reasons.length > 0 ? enclosed(`option ${at} arguments`, reasons.join('\n')) : '',
  ])
}

const sinceThen = ({ ending, reviews, notes }: DecisionDocument) => [
  ending ? labelled(`${capitalised(ending.kind)}, because`, 'ending', ending.because) : '',
  ...reviews.map(({ learned, by, at }, index) => labelled(`Learned${signed(by, at)}`, `review ${index}`, learned)),
  ...notes.map(({ text, by, at }, index) => labelled(`Noted${signed(by, at)}`, `note ${index}`, text)),
]

const amendmentBlocks = (
  { field, before, after, because, by, at }: DecisionDocument['amendments'][number],
  index: number,
) =>
  section(`### ${oneLine(field)}${signed(by, at)}`, [
    labelled('Before', `amendment ${index} before`, before),
    labelled('After', `amendment ${index} after`, after),
    labelled('Because', `amendment ${index} because`, because),
  ])

const section = (heading: string, blocks: string[]) => {
  const told = blocks.filter((block) => block !== '')
  return told.length === 0 ? [] : [heading, ...told]
}

const labelled = (label: string, name: string, text: string) =>
  text === '' ? '' : `**${label}**\n\n${enclosed(name, text)}`

const signed = (by: string | null, at: string) => `${by === null ? '' : ` by ${oneLine(by)}`} on ${at.slice(0, 10)}`

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

const fileName = ({ number, title }: DecisionDocument) => `${padded(number ?? 0)}-${kebab(title) || 'decision'}.md`

const padded = (number: number) => String(number).padStart(4, '0')

const kebab = (title: string) =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
