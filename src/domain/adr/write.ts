import type { DecisionDocument, OptionDocument } from '../decisions/document.ts'
import { argumentLines, enclosed, ownFrontMatter, yamlOf } from './own.ts'

/**
 * A decision as a MADR 4 record, `0042-buy-a-managed-event-stream.md`. Read back it gives the same document, written
 * again the same bytes, provided texts have `\n` line ends and titles are one trimmed line.
 */
export function writeRecord(document: DecisionDocument): { name: string; text: string } {
  const { title, outcome, constraintNote, smallestBet, notDoing, rationale, business, expected } = document
  const blocks = [
    `---\n${yamlOf(madrFields(document))}---`,
    `# ${title}`,
    ...section('## Context and Problem Statement', [
      labelled('Outcome', 'outcome', outcome),
      labelled('Constraint', 'constraintNote', constraintNote),
    ]),
    ...section('## Considered Options', [document.options.map((option) => `* ${option.title}`).join('\n')]),
    ...section('## Decision Outcome', [
      chosen(document.options),
      rationale && enclosed('rationale', rationale),
      labelled('Smallest bet', 'smallestBet', smallestBet),
      labelled('Not doing', 'notDoing', argumentLines('', notDoing)),
      labelled('For the business', 'business', business),
      labelled('Expected result', 'expected', expected),
    ]),
    ...section('## Pros and Cons of the Options', document.options.flatMap(optionBlocks)),
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

const section = (heading: string, blocks: string[]) => {
  const told = blocks.filter((block) => block !== '')
  return told.length === 0 ? [] : [heading, ...told]
}

const labelled = (label: string, field: string, text: string) =>
  text === '' ? '' : `**${label}**\n\n${enclosed(field, text)}`

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
