import type { OptionDocument } from '../decisions/document.ts'
import { discussedOptions, listedOptions, merged, weighedOptions } from './options.ts'
import { isBlank, type Section, trimmed } from './sections.ts'
import { type StatusRead, takeStatus } from './status.ts'

/** More than a list of alternatives ever holds: then all of it stays text. */
const mostOptions = 100

/** The sections of a record by what they are for; `told` go into the reasons, in their order. */
export type Parts = { outcome: Section[]; told: Section[]; options: OptionDocument[]; hasStatus: boolean }

/** What is said of the status goes into `status`; nothing else that stands there is left out. */
export function sortSections(sections: readonly Section[], status: StatusRead): Parts {
  const sorted = sections.map((section) => sort(section, status))
  const options = merged(
    sorted.flatMap(({ listed }) => listed),
    sorted.flatMap(({ described }) => described),
  )
  const tooMany = options.length > mostOptions
  return {
    hasStatus: sorted.some(({ role }) => role === 'status'),
    outcome: sorted.flatMap(({ role, section }) => (role === 'outcome' ? [section] : [])),
    told: sorted.flatMap(({ role, section, told }) => (tooMany && role !== 'status' ? [section] : (told ?? []))),
    options: tooMany ? [] : options,
  }
}

type Sorted = {
  role: 'status' | 'outcome' | 'other'
  section: Section
  listed: OptionDocument[]
  described: OptionDocument[]
  /** What of it was taken in nowhere else. */
  told: Section | undefined
}

function sort(section: Section, status: StatusRead): Sorted {
  const name = section.heading.text
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .trim()
  const sorted: Sorted = { role: 'other', section, listed: [], described: [], told: undefined }
  // `## Status: accepted`
  const beside = /^status\s*[:–—-]\s*(\S.*)$/i.exec(section.heading.text)?.[1]
  if (name === 'status' || beside) {
    const rest = takeStatus(beside ? [beside, ...section.lines] : section.lines, status)
    return { ...sorted, role: 'status', told: isBlank(rest) ? undefined : { ...section, lines: rest } }
  }
  const isList = /^((considered )?(options|alternatives)|(options|alternatives) considered)$/.test(name)
  if (isList || /^pros and cons/.test(name)) {
    const { options: described, rest } = weighedOptions(section)
    const { options: listed, loose } = isList ? listedOptions(rest) : { options: [], loose: !isBlank(rest.lines) }
    const told = loose || listed.length + described.length === 0 ? rest : undefined
    return { ...sorted, listed, described, told }
  }
  const isOutcome = /^(the )?(decision|decision outcome|outcome|resolution|solution|conclusion)s?$/.test(name)
  const { options: described, rest: told } = discussedOptions(section)
  return { ...sorted, role: isOutcome ? 'outcome' : 'other', described, told }
}

/** Everything that is told nowhere else, under the headings it stood under. */
export function rationaleOf(before: readonly string[], { told }: Parts): string {
  return [
    trimmed(before),
    ...told.map(({ heading, lines }) =>
      `${'#'.repeat(Math.max(2, heading.level))} ${heading.text}\n\n${trimmed(lines)}`.trim(),
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}
