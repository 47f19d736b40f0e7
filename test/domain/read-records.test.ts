import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWindow } from '../../src/domain/scorecard/records/patch-windows.ts'
import {
  mostRows,
  readDeployments,
  readFindings,
  readIncidents,
} from '../../src/domain/scorecard/records/read-records.ts'

const findingHeadings = 'key,title,severity,known_exploited,exposed,automatable,total_impact,opened_on,due_on,closed_on'
const deploymentHeadings = 'key,at,failed,rolled_back,unplanned_fix'
const incidentHeadings = 'key,title,detected_at,restored_at,journey,user_impacting,caused_by_change'

describe('Findings', () => {
  const text = [
    findingHeadings,
    'V-1,Old parser,critical,yes,1,x,TRUE,2026-03-01,,',
    'V-2,Weak cipher,High,no,0,,false,2026-03-01,2026-03-09,2026-03-05',
  ].join('\n')

  it('are read, with the due day that the exposure gives where there is none', () => {
    const { records, errors } = readFindings(text)
    expect(errors).toEqual([])
    expect(records).toEqual([
      {
        key: 'V-1',
        title: 'Old parser',
        severity: 'critical',
        knownExploited: true,
        exposed: true,
        automatable: true,
        totalImpact: true,
        openedOn: '2026-03-01',
        dueOn: '2026-03-04',
        closedOn: null,
      },
      {
        key: 'V-2',
        title: 'Weak cipher',
        severity: 'high',
        knownExploited: false,
        exposed: false,
        automatable: false,
        totalImpact: false,
        openedOn: '2026-03-01',
        dueOn: '2026-03-09',
        closedOn: '2026-03-05',
      },
    ])
  })

  it('follow another table of windows when told to', () => {
    const { records } = readFindings(text, ({ severity }) => plainWindow(severity))
    expect(records.map(({ dueOn }) => dueOn)).toEqual(['2026-03-16', '2026-03-09'])
  })

  it('say of each cell that cannot be read what it holds', () => {
    const wrong = [
      findingHeadings,
      'V-1,,urgent,maybe,,,,01.03.2026,,2026-02-30',
      'V-2,Closed too soon,low,,,,,2026-03-02,,2026-03-01',
      ',No key,low,,,,,2026-03-02,,',
    ].join('\n')
    expect(readFindings(wrong)).toEqual({
      records: [],
      errors: [
        { row: 2, message: 'Column opened_on: "01.03.2026" is not written like 2026-03-31.' },
        { row: 2, message: 'Column title is empty.' },
        { row: 2, message: 'Column severity: "urgent" is none of critical, high, medium, low.' },
        { row: 2, message: 'Column known_exploited: "maybe" is neither yes nor no.' },
        { row: 2, message: 'Column closed_on: "2026-02-30" is not written like 2026-03-31.' },
        { row: 3, message: 'Column closed_on: "2026-03-01" lies before opened_on.' },
        { row: 4, message: 'Column key is empty.' },
      ],
    })
  })
})

describe('Incidents', () => {
  it('are read, their journey and their end being optional', () => {
    const text = [
      incidentHeadings,
      'I-1,Login down,2026-03-01 10:00,2026-03-01 10:45,sign-in,yes,no',
      'I-2,Slow,2026-03-02 10:00,,,yes,yes',
    ].join('\n')
    expect(readIncidents(text)).toEqual({
      records: [
        {
          key: 'I-1',
          title: 'Login down',
          detectedAt: '2026-03-01T10:00:00.000Z',
          restoredAt: '2026-03-01T10:45:00.000Z',
          journey: 'sign-in',
          userImpacting: true,
          causedByChange: false,
        },
        {
          key: 'I-2',
          title: 'Slow',
          detectedAt: '2026-03-02T10:00:00.000Z',
          restoredAt: null,
          journey: '',
          userImpacting: true,
          causedByChange: true,
        },
      ],
      errors: [],
    })
  })

  it('do not end before they begin, whatever the offsets', () => {
    const text = `${incidentHeadings}\nI-1,Down,2026-03-01T10:00+02:00,2026-03-01T08:30Z,,x,\nI-2,Down,2026-03-01T10:00Z,2026-03-01T10:30+02:00,,x,`
    const { records, errors } = readIncidents(text)
    expect(records.map(({ key }) => key)).toEqual(['I-1'])
    expect(errors).toEqual([
      { row: 3, message: 'Column restored_at: "2026-03-01T10:30+02:00" lies before detected_at.' },
    ])
  })
})

describe('A moment', () => {
  const read = (moment: string) => readDeployments(`${deploymentHeadings}\nD-1,${moment},,,`).records[0]?.at

  it.each([
    ['2026-03-01T10:05', '2026-03-01T10:05:00.000Z'],
    ['2026-03-01T10:05:06', '2026-03-01T10:05:06.000Z'],
    ['2026-03-01 10:05', '2026-03-01T10:05:00.000Z'],
    ['2026-03-01 10:05:06.5', '2026-03-01T10:05:06.500Z'],
    ['2026-03-01t10:05z', '2026-03-01T10:05:00.000Z'],
    ['2026-03-01T10:05+02:00', '2026-03-01T08:05:00.000Z'],
    ['2026-03-01 10:05 -0330', '2026-03-01T13:35:00.000Z'],
    ['2026-03-01T10:05:06+01', '2026-03-01T09:05:06.000Z'],
    ['2028-02-29T23:59:59Z', '2028-02-29T23:59:59.000Z'],
  ])('%s is UTC unless it says otherwise', (text, moment) => {
    expect(read(text)).toBe(moment)
  })

  it.each([
    '2026-03-01',
    '2026-02-29T10:00',
    '2026-03-01T25:00',
    '2026-03-01T10:61',
    '2026-03-01T10:00:60',
    '2026-03-01T10:00+99:00',
    '2026-13-01T10:00',
    '2026-03-45T10:00',
    '0206-03-01T10:00',
    '01.03.2026 10:00',
    '2026-03-01T1:00',
    'yesterday',
  ])('cannot be %s', (text) => {
    expect(readDeployments(`${deploymentHeadings}\nD-1,${text},,,`)).toEqual({
      records: [],
      errors: [
        { row: 2, message: `Column at: "${text}" is not written like 2026-03-31 14:05 or 2026-03-31T14:05:00+02:00.` },
      ],
    })
  })

  it('is found again, whenever it was', () => {
    const range = { min: new Date('1900-01-01T00:00:00Z'), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true }
    fc.assert(
      fc.property(fc.date(range), (date) => {
        expect(read(date.toISOString())).toBe(date.toISOString())
      }),
    )
  })
})

describe('A file', () => {
  const keys = (text: string) => readDeployments(text).records.map(({ key }) => key)

  it.each([',', ';', '\t'])('may separate its cells by %j', (separator) => {
    const text = [deploymentHeadings, 'D-1,2026-03-01 10:00,x,,no', 'D-2,2026-03-01 10:00,,x,'].join('\r\n')
    const { records, errors } = readDeployments(`\ufeff${text.replaceAll(',', separator)}\r\n`)
    expect(errors).toEqual([])
    expect(records).toMatchObject([
      { failed: true, rolledBack: false, unplannedFix: false },
      { failed: false, rolledBack: true, unplannedFix: false },
    ])
  })

  it('keeps a comma in a text between semicolons', () => {
    const text = `${incidentHeadings}\nI-1,Slow§ then dead,2026-03-01 10:00,,,x,`.replaceAll(',', ';').replace('§', ',')
    expect(readIncidents(text)).toMatchObject({
      records: [{ title: 'Slow, then dead', userImpacting: true }],
      errors: [],
    })
  })

  it('may have other headings for the same, in any case and order, and more of them', () => {
    const text = 'Team,Failed,ID, Deployed at ,rolled-back,Unplanned_Fix\nweb,x,D-1,2026-03-01 10:00,,'
    expect(readDeployments(text)).toMatchObject({ records: [{ key: 'D-1', failed: true }], errors: [] })
    const both = `id,${deploymentHeadings}\n17,D-1,2026-03-01 10:00,,,`
    expect(keys(both)).toEqual(['D-1'])
    const unnamed = `${incidentHeadings.replace('journey', '')}\nI-1,Down,2026-03-01 10:00,,aside,x,`
    expect(readIncidents(unnamed)).toMatchObject({ records: [{ journey: '' }], errors: [] })
  })

  it('is refused while headings are missing or doubled: no heading is not the answer no', () => {
    expect(readDeployments('key,at,Failed,failed\nD-1,2026-03-01 10:00,x,')).toEqual({
      records: [],
      errors: [
        { row: 1, message: 'Column Failed is there twice.' },
        { row: 1, message: 'Column rolled_back is missing.' },
        { row: 1, message: 'Column unplanned_fix is missing.' },
      ],
    })
  })

  it('counts rows as a spreadsheet does, over empty rows and texts of several lines', () => {
    const text = `${incidentHeadings}\n\n,,,,,,\nI-1,"Down\nfor long",2026-03-01 10:00,,,x,\nI-2,Slow,soon,,,x,\n`
    const { records, errors } = readIncidents(text)
    expect(records).toMatchObject([{ key: 'I-1', title: 'Down\nfor long' }])
    expect(errors.map(({ row }) => row)).toEqual([5])
  })

  it('has each key once', () => {
    const row = ',2026-03-01 10:00,,,'
    const { records, errors } = readDeployments([deploymentHeadings, `D-1${row}`, `D-2${row}`, `D-1${row}`].join('\n'))
    expect(records.map(({ key }) => key)).toEqual(['D-1', 'D-2'])
    expect(errors).toEqual([{ row: 4, message: 'Column key: "D-1" is in row 2 already.' }])
  })

  it('may leave out the last cells of a row, but has none too many', () => {
    const text = `${deploymentHeadings}\nD-1,2026-03-01 10:00\nD-2,2026-03-01 10:00,,,,,\nD-3,2026-03-01 10:00,,,,x`
    const { records, errors } = readDeployments(text)
    expect(records.map(({ key }) => key)).toEqual(['D-1', 'D-2'])
    expect(errors).toMatchObject([{ row: 4 }])
  })

  it('says where a quotation mark is out of place', () => {
    const { records, errors } = readDeployments(`${deploymentHeadings}\nD-1,2026-03-01 10:00,,,\nD-2,"2026-03-01,,,\n`)
    expect(records).toEqual([])
    expect(errors).toMatchObject([{ row: 3, message: expect.stringContaining('quotation mark') }])
  })

  it('may be empty', () => {
    for (const text of ['', deploymentHeadings, `${deploymentHeadings}\n`]) {
      expect(readDeployments(text)).toEqual({ records: [], errors: [] })
    }
  })

  it('has an end', () => {
    const rows = Array.from({ length: mostRows }, (_, at) => `D-${at},2026-03-01 10:00,,,`)
    const full = `${deploymentHeadings}\n${rows.join('\n')}`
    expect(readDeployments(full).records).toHaveLength(mostRows)
    expect(readDeployments(`${full}\nD-x,2026-03-01 10:00,,,`)).toEqual({
      records: [],
      errors: [{ row: 100_002, message: 'There are more than 100000 rows.' }],
    })
  })

  it('whatever it holds, is read or refused, and never fails', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 })), (cells) => {
        for (const text of [cells.join(','), `${incidentHeadings}\n${cells.join('\n')}`]) {
          const { errors } = readIncidents(text)
          for (const { row } of errors) expect(row).toBeGreaterThan(0)
        }
      }),
    )
  })
})
