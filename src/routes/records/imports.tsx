import { Hono } from 'hono'
import { deployments } from '../../../db/records/deployments.ts'
import { findings } from '../../../db/records/findings.ts'
import { incidents } from '../../../db/records/incidents.ts'
import type { Store } from '../../../db/records/store.ts'
import { type ImportWords, RecordImport } from '../../../views/records/import.tsx'
import { plainWindow } from '../../domain/scorecard/records/patch-windows.ts'
import {
  type Read,
  type RowError,
  readDeployments,
  readFindings,
  readIncidents,
} from '../../domain/scorecard/records/read-records.ts'
import type { Ctx, Env } from '../../http/context.ts'
import { one, valuesOf } from '../../http/form.ts'
import { page } from '../../http/page.tsx'
import { seeOther } from '../../http/redirect.ts'
import { calendarOf } from './listed.ts'

type Importing<One extends { key: string }> = {
  words: ImportWords
  store: Store<One>
  /** `windows`: which table gives a finding its due day. */
  read: (text: string, windows: string) => Read<One>
}

const importPages = <One extends { key: string }>({ words, store, read }: Importing<One>) => {
  const imports = new Hono<Env>()

  type Preview = Parameters<typeof RecordImport>[0]['preview']
  const show = (c: Ctx, windows: string, preview: Preview, errors: Record<string, string> = {}) => {
    if (Object.keys(errors).length > 0 || (preview && preview.errors.length > 0)) c.status(422)
    const typed = { values: windows ? { windows } : {}, errors }
    return page(c, { title: `Import ${words.several}` }, <RecordImport words={words} typed={typed} preview={preview} />)
  }

  imports.get('/import', (c) => show(c, '', undefined))

  /** What is sent is shown first, with what it would change; sent again and confirmed, it comes in. */
  imports.post('/import', async (c) => {
    const values = await valuesOf(c)
    const windows = one(values, 'windows')
    const chosen = await chosenFile(c)
    if (chosen && 'refusal' in chosen) return show(c, windows, undefined, { file: chosen.refusal })
    const { file, text } = chosen ?? { file: one(values, 'name').slice(0, 200), text: one(values, 'text') }
    if (!text.trim()) return show(c, windows, undefined, { text: 'Please choose a file, or paste its rows.' })
    const { records, errors } = read(text, windows)
    const faults = records.length + errors.length === 0 ? nothing : errors
    if (faults.length > 0) return show(c, windows, { file, text, changes: null, errors: faults })
    if (!chosen && one(values, 'confirm') === 'yes') {
      const { added, corrected, unchanged } = await store.land(c.var.by, calendarOf(c), file, records)
      return seeOther(c, `${words.path}?imported=${added}-${corrected}-${unchanged}`)
    }
    const changes = await store.preview(records)
    return show(c, windows, { file, text, changes, errors: [] })
  })

  return imports
}

const nothing: RowError[] = [{ row: 2, message: 'There is no row below the headings.' }]

async function chosenFile(c: Ctx): Promise<{ file: string; text: string } | { refusal: string } | undefined> {
  const { file } = await c.req.parseBody()
  if (!(file instanceof File) || file.name === '') return undefined
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return { file: file.name.slice(0, 200), text: text.replaceAll('\0', '') }
  } catch {
    return { refusal: `${file.name} is not a text in UTF-8: save it as "CSV UTF-8", please.` }
  }
}

export const findingImports = importPages({
  words: {
    ...{ path: '/findings', one: 'finding', several: 'findings' },
    columns:
      'key, title, severity (critical, high, medium, low), known_exploited, exposed, automatable, total_impact (yes or no), opened_on, closed_on, and due_on where you have it',
    example: 'V-17, Old parser, critical, yes, no, no, no, 2026-11-02',
  },
  store: findings,
  read: (text, windows) =>
    windows === 'severity' ? readFindings(text, ({ severity }) => plainWindow(severity)) : readFindings(text),
})

export const incidentImports = importPages({
  words: {
    ...{ path: '/incidents', one: 'incident', several: 'incidents' },
    columns:
      'key, title, detected_at, restored_at, user_impacting, caused_by_change (yes or no), and journey where you have it; times are UTC unless they say otherwise',
    example: 'INC-204, Checkout slow, 2026-11-02T14:05+01:00, 2026-11-02T15:10+01:00, yes, no',
  },
  store: incidents,
  read: readIncidents,
})

export const deploymentImports = importPages({
  words: {
    ...{ path: '/deployments', one: 'deployment', several: 'deployments' },
    columns: 'key, at, failed, rolled_back, unplanned_fix (yes or no); times are UTC unless they say otherwise',
    example: 'web-45, 2026-11-02 14:05, no, no, no',
  },
  store: deployments,
  read: readDeployments,
})
