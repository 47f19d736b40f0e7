import type { OutlinedInitiative } from '../../db/roadmap/outline.ts'
import { effortInWords, quarterText, stageNames } from './initiative-words.ts'
import { findingOf } from './page.tsx'
import type { Reading } from './row.ts'
import { blockerText, outcomeText } from './words.ts'

/** The roadmap to take along: themes with their outcome, initiatives in their order, milestones with ISO dates. */
export function roadmapMarkdown(reading: Reading, name: string): string {
  const { themes, initiatives } = reading.outline
  const sections = [...themes, null].flatMap((theme) => {
    const own = initiatives.filter((one) => one.theme === (theme?.id ?? null))
    if (theme === null) return own.length === 0 ? [] : [section('For no theme', '', own, reading)]
    const standing = theme.metric === null ? '' : `${theme.metric}: ${outcomeText(theme, reading.currency)}`
    return [section(theme.name, [theme.outcome, standing].filter(Boolean).join('\n\n'), own, reading)]
  })
  return `# ${plain(name)}\n\n${findingOf({ view: 'outcomes', reading })}\n${sections.join('')}`
}

function section(name: string, intro: string, own: readonly OutlinedInitiative[], reading: Reading) {
  const items = own.map((one, at) => `${at + 1}. ${initiative(one, reading)}`)
  return `\n## ${plain(name)}\n${intro && `\n${plain(intro)}\n`}${items.length > 0 ? `\n${items.join('\n')}\n` : ''}`
}

function initiative(one: OutlinedInitiative, { outline }: Reading) {
  const { id, title, stage, quarter, effort, team, owner } = one
  const facts = [
    stageNames[stage],
    quarter && quarterText(quarter),
    effort !== null && effortInWords(effort),
    team,
    owner,
  ].filter(Boolean)
  const days = (outline.milestones.get(id) ?? []).map(
    ({ name, plannedOn, actualOn }) => `${name}: planned ${plannedOn}${actualOn ? `, met ${actualOn}` : ''}`,
  )
  const blocks = (outline.blocked.get(id) ?? []).map(
    (by) => `Blocked: waits for I-${by.id} ${outline.titles.get(by.id) ?? ''}, ${blockerText(by.because)}`,
  )
  return [
    `**I-${id} ${plain(title)}** (${plain(facts.join(', '))})`,
    ...[...days, ...blocks].map((one) => `   - ${plain(one)}`),
  ].join('\n')
}

const plain = (text: string) => text.replace(/[\\`*_[\]<>#|]/g, (sign) => `\\${sign}`)
